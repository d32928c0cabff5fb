import { expect, it } from 'vitest'
import type { Catalogue, Row } from '../http'
import { bodyOfMerge, differing, fullest, standing } from './choosing'

const field = (name: string, type = 'text') => ({ name, type, right: 'write', label: { zh: name, en: name } })
const catalogue = {
  fields: [
    field('name'),
    field('phone', 'phone'),
    field('tags', 'tags'),
    { ...field('code'), readOnly: true },
  ],
} as unknown as Catalogue
const one = { id: 'a', version: 3, name: '甲公司', phone: null, code: '1' } as unknown as Row
const two = { id: 'b', version: 1, name: '甲有限公司', phone: '1', code: '2' } as unknown as Row

it('asks only where two records say something else', () => {
  expect(differing(catalogue, [one, two]).map(({ name }) => name)).toEqual(['name'])
})

it('takes the value of the survivor, or of the first that has one', () => {
  const [name, phone] = catalogue.fields
  expect(standing(name!, [one, two], 'a')).toBe('a')
  expect(standing(phone!, [one, two], 'a')).toBe('b')
})

it('keeps the one that says most, and sends the versions that were seen', () => {
  expect(fullest(catalogue, [one, two]).id).toBe('b')
  expect(bodyOfMerge([one, two], 'b', { name: 'a' })).toEqual({
    survivor: { id: 'b', version: 1 },
    others: [{ id: 'a', version: 3 }],
    take: { name: 'a' },
  })
})
