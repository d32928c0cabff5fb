import { expect, it } from 'vitest'
import type { Catalogue } from '@/platform/http'
import { countable } from './Mine'

const catalogue = (touched: boolean) =>
  ({
    fields: ['owner', 'createdAt', 'nextFollowUp', 'lastTouchAt'].map((name) => ({
      name,
      custom: false,
      filterable: name !== 'lastTouchAt' || touched,
    })),
  }) as unknown as Catalogue

const asked = (touched: boolean) => countable(catalogue(touched)).map(({ key }) => key)

it('asks for no number by a field that one may not filter by', () => {
  expect(asked(true)).toEqual(['all', 'due', 'noNext', 'still'])
  expect(asked(false)).toEqual(['all', 'due', 'noNext'])
})
