import { expect, it } from 'vitest'
import type { Catalogue, Field } from '../http'
import { bodyOf, sameValue } from './value'

const scan = { name: 'custom.scan', custom: true, type: 'files' } as Field
const file = (id: string, name: string) => ({ id, name, size: 1, mediaType: 'text/plain' })

it('writes files as their ids, in their order', () => {
  const body = bodyOf({ fields: [scan] } as Catalogue, { 'custom.scan': [file('b', '乙'), file('a', '甲')] })
  expect(body).toEqual({ custom: { scan: ['b', 'a'] } })
})
it('takes a field that lost its last file for a change, and an empty list for nothing', () => {
  expect(sameValue([file('a', '甲')], null)).toBe(false)
  expect(sameValue([], null)).toBe(true)
})
it('takes an amount for changed by its figure or its currency, not by padding', () => {
  const yuan = (amount: string) => ({ amount, currency: 'CNY' })
  expect(sameValue(yuan('1.5000'), yuan('1.5'))).toBe(true)
  expect(sameValue(yuan('100.0000'), yuan('100'))).toBe(true)
  expect(sameValue(yuan('1.2345'), yuan('1.23'))).toBe(false)
  expect(sameValue(yuan('100'), { amount: '100', currency: 'USD' })).toBe(false)
})
