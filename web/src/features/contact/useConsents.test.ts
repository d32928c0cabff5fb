import { expect, it } from 'vitest'
import { newest, type ConsentText } from './useConsents'

const text = (name: string, channel: ConsentText['channel'], version: number): ConsentText => ({
  ...{ id: `${name}${channel}${version}`, name, channel, version, text: '', createdAt: '' },
})

it('asks for the newest version of each purpose and channel only', () => {
  const texts = [
    text('回访', 'phone', 1),
    text('新品', 'sms', 3),
    text('新品', 'sms', 2),
    text('新品', 'email', 1),
  ]
  expect(newest(texts).map(({ id }) => id)).toEqual(['回访phone1', '新品sms3', '新品email1'])
})
