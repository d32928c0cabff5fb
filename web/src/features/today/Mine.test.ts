import { expect, it } from 'vitest'
import type { Catalogue } from '@/platform/http'
import { countable } from './Mine'

const catalogue = (phone: boolean) =>
  ({
    fields: ['owner', 'createdAt', 'changedAt', 'phone'].map((name) => ({
      name,
      custom: false,
      filterable: name !== 'phone' || phone,
    })),
  }) as unknown as Catalogue

const asked = (phone: boolean) => countable(catalogue(phone)).map(({ key }) => key)

it('asks for no number by a field that one may not filter by', () => {
  expect(asked(true)).toEqual(['all', 'week', 'still', 'noPhone'])
  expect(asked(false)).toEqual(['all', 'week', 'still'])
})
