import { expect, it } from 'vitest'
import type { Field, Row } from '../http'
import { baseOf } from './seen'

const field = (name: string) => ({ name, type: 'text', right: 'write' }) as Field
const seen = { id: '1', version: 7, shortName: '旧', remark: '' } as unknown as Row

it('writes on what stands now where nobody touched these fields', () => {
  const current = { ...seen, version: 8, remark: '别人写的' }
  expect(baseOf(seen, current, [field('shortName')]).version).toBe(8)
})

it('writes on what was seen where somebody changed one of them, so that the server asks', () => {
  const current = { ...seen, version: 8, shortName: '别人改的' }
  expect(baseOf(seen, current, [field('remark'), field('shortName')]).version).toBe(7)
})
