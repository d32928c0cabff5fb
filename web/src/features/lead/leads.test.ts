import { expect, it } from 'vitest'
import type { Duplicate } from '@/platform/http'
import { order, proposed } from './leads'

const match = (id: string | null, certainty: Duplicate['certainty'], object = 'customer'): Duplicate => ({
  ...{ object, id, label: '甲', customer: null, owner: null, by: [], certainty },
})

it('proposes the surest match in reach before a new record', () => {
  expect(proposed([match(null, 'same'), match('c1', 'likely')], 'customer', true)).toBe('c1')
  expect(proposed([match('c1', 'maybe')], 'customer', true)).toBe('new')
  expect(proposed([match('k1', 'same', 'contact')], 'customer', true)).toBe('new')
  expect(proposed([], 'contact', false)).toBe('none')
})

it('sends a new record, one that is there, or nothing', () => {
  expect(order({ customer: 'new', contact: 'none' })).toEqual({ customer: 'new', contact: null })
  expect(order({ customer: 'other', other: { id: 'c2', label: '乙' }, contact: 'k1' })).toEqual({
    customer: 'c2',
    contact: 'k1',
  })
})
