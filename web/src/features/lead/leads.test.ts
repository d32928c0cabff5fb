import { expect, it } from 'vitest'
import type { Catalogue, Duplicate, Field, Row } from '@/platform/http'
import { faultOf, lacking, order, proposed, type May } from './leads'

const match = (
  id: string | null,
  certainty: Duplicate['certainty'],
  object = 'customer',
  more?: Partial<Duplicate>,
): Duplicate => ({
  ...{ object, id, label: '甲', customer: null, owner: null, by: [], certainty },
  ...more,
})
const all = { fresh: true, existing: true }
const may: May = { customer: all, contact: all }
const person = { label: '陈工', customer: '甲' }

it('proposes the surest match in reach before a new record', () => {
  expect(proposed([match(null, 'same'), match('c1', 'likely')], may)).toEqual({
    customer: 'c1',
    contact: 'new',
  })
  expect(proposed([match('c1', 'maybe')], may)).toEqual({ customer: 'new', contact: 'new' })
  expect(proposed([], { ...may, contact: { fresh: false, existing: true } }).contact).toBe('none')
})

it('proposes nothing that the server refuses', () => {
  const contact = match('k1', 'same', 'contact', person)
  expect(proposed([contact], may), 'a contact comes alone where its customer is unknown').toEqual({
    customer: 'none',
    contact: 'k1',
  })
  expect(proposed([match('c1', 'maybe'), contact], may), 'or with its own').toEqual({
    customer: 'c1',
    contact: 'k1',
  })
  const other = match('c2', 'same', 'customer', { label: '乙' })
  expect(proposed([other, contact], may), 'and not with another').toEqual({
    customer: 'c2',
    contact: 'new',
  })
  const make = { fresh: true, existing: false }
  expect(proposed([match('c1', 'same'), contact], { customer: make, contact: make })).toEqual({
    customer: 'new',
    contact: 'new',
  })
  const none = { fresh: false, existing: false }
  expect(proposed([], { customer: none, contact: all })).toEqual({ customer: 'none', contact: 'none' })
})

const field = (name: string, more?: Partial<Field>) =>
  ({ name, type: 'text', right: 'write', custom: true, required: true, readOnly: false, ...more }) as Field
const catalogue = (...fields: Field[]) => ({ object: 'customer', fields }) as unknown as Catalogue

it('asks for what a new one needs and the lead does not hand on', () => {
  const customers = catalogue(
    field('custom.line'),
    field('custom.size'),
    field('name', { custom: false }),
    field('custom.locked', { right: 'read' }),
  )
  const leads = catalogue(field('custom.size'))
  const lead = { id: 'l1', custom: { size: '大' } } as unknown as Row
  const names = (asked: string[]) => lacking(customers, lead, leads, asked).map(({ name }) => name)
  expect(names([])).toEqual(['custom.line'])
  expect(names(['name'])).toEqual(['custom.line', 'name'])
})

it('sends a new record, one that is there, or nothing', () => {
  expect(order({ customer: 'new', contact: 'none' }, {})).toEqual({ customer: 'new', contact: null })
  const other = { id: 'c2', label: '乙' }
  expect(order({ customer: 'other', other, contact: 'k1' }, {})).toEqual({ customer: 'c2', contact: 'k1' })
})

it('sends what a new one needs with it', () => {
  const customer = catalogue(field('custom.line'))
  const customerValues = { 'custom.line': '三号线' }
  expect(order({ customer: 'new', contact: 'none', customerValues }, { customer })).toEqual({
    ...{ customer: 'new', contact: null },
    customerValues: { custom: { line: '三号线' } },
  })
  expect(order({ customer: 'c1', contact: 'none', customerValues }, { customer })).toEqual({
    ...{ customer: 'c1', contact: null },
  })
})

it('tells the field of a new record that is at fault', () => {
  const refused = (at: string) => faultOf({ field: at, code: 'notBlank', message: '不能为空' })
  expect(refused('contactValues.custom.line')).toEqual({ side: 'contact', name: 'custom.line' })
  expect(refused('customer')).toBeUndefined()
})
