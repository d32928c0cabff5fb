import { expect, it } from 'vitest'
import type { Catalogue, Field } from '../http'
import { emptyLast, filterOf, groupable, summable } from './groups'

const field = (name: string, type: Field['type'], more: Partial<Field> = {}) =>
  ({ name, type, filterable: true, custom: false, group: 'profile', ...more }) as Field
const catalogue = {
  fields: [
    field('importance', 'choice'),
    field('hidden', 'choice', { filterable: false }),
    field('phone', 'phone'),
    field('employees', 'number'),
    field('completeness', 'number', { group: 'system' }),
  ],
} as Catalogue

it('groups by what the server groups and one may read', () => {
  expect(groupable(catalogue).map(({ name }) => name)).toEqual(['importance'])
})
it('adds up figures of the business, not scores of the program', () => {
  const columns = [{ field: 'employees' }, { field: 'completeness' }, { field: 'phone' }]
  expect(summable(catalogue, columns).map(({ name }) => name)).toEqual(['employees'])
})
it('puts those without a value last', () => {
  const of = (id: string | null, count: number) => ({ key: id ? { id, label: id } : null, count, sums: {} })
  expect(emptyLast([of(null, 9), of('a', 5), of('b', 1)]).map(({ count }) => count)).toEqual([5, 1, 9])
})
it('opens a group by its value within the filter that is in force', () => {
  expect(filterOf('owner==@me', 'importance', { id: 'vip', label: '贵宾' })).toBe(
    'owner==@me;importance==vip',
  )
  expect(filterOf('', 'importance', null)).toBe('importance=null=true')
  expect(filterOf('a==1,b==2', 'region', { id: '320000', label: '江苏' })).toBe('(a==1,b==2);region==320000')
})
