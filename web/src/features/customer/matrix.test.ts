import { describe, expect, it } from 'vitest'
import type { Field } from '@/platform/http'
import { countOf, filterFor, standsIn, valuesOf, whereOf } from './matrix'
import { exchanged, type Play } from './plays'

const field = (name: string, custom = false) => ({ name, custom }) as Field
const high = { id: 'high', label: '高' }
const none = { id: null, label: '未填' }

describe('values of a side', () => {
  const choices = [
    high,
    { id: 'low', label: '低' },
    { id: 'old', label: '停用', disabled: true },
    { id: 'kept', label: '停用但在用', disabled: true },
  ]
  it('are the choices in their order, then what is gone but still met, then none', () => {
    const met = [
      null,
      { id: 'kept', label: '停用但在用' },
      { id: 'gone', label: '已删' },
      { id: 'gone', label: '已删' },
    ]
    expect(valuesOf(choices, met, '未填').map(({ id }) => id)).toEqual(['high', 'low', 'kept', 'gone', null])
  })
  it('have no place for none when everybody has one', () => {
    expect(valuesOf(choices, [high], '未填').map(({ id }) => id)).toEqual(['high', 'low'])
  })
})

it('adds up cells, rows, columns and all', () => {
  const cells = [
    { row: high, column: high, count: 3 },
    { row: high, column: null, count: 4 },
    { row: null, column: high, count: 5 },
  ]
  expect(countOf(cells, high, high)).toBe(3)
  expect(countOf(cells, high, none)).toBe(4)
  expect(countOf(cells, high)).toBe(7)
  expect(countOf(cells, undefined, high)).toBe(8)
  expect(countOf(cells)).toBe(12)
})

it('opens a cell as a filter of the list', () => {
  expect(
    filterFor(
      [
        [field('potential'), high],
        [field('behaviour'), none],
      ],
      true,
    ),
  ).toBe('potential==high;behaviour=null=true;owner==@me')
})

it('has plays only where both values are known', () => {
  expect(
    whereOf([
      [field('potential'), high],
      [field('behaviour'), none],
    ]),
  ).toBeNull()
  expect(whereOf([[field('potential'), high]])).toEqual({ potential: 'high' })
})

describe('writing one play', () => {
  const play = (where: Play['where'], name: string) => ({ where, name, text: '' })
  const items = [play({ a: '1' }, 'one'), play({ a: '1', b: '2' }, 'two')]
  it('exchanges the one of the same condition', () => {
    const next = exchanged(items, { b: '2', a: '1' }, play({ a: '1', b: '2' }, 'new'))
    expect(next.map(({ name }) => name)).toEqual(['one', 'new'])
  })
  it('adds one, takes one out and leaves the rest', () => {
    expect(exchanged(items, { c: '3' }, play({ c: '3' }, 'three'))).toHaveLength(3)
    expect(exchanged(items, { a: '1' }, null).map(({ name }) => name)).toEqual(['two'])
    expect(exchanged(items, { c: '3' }, null)).toEqual(items)
  })
})

it('knows which plays have a cell', () => {
  const sides: Parameters<typeof standsIn>[1] = [[field('potential'), [high, none]]]
  expect(standsIn({ potential: 'high' }, sides)).toBe(true)
  expect(standsIn({ potential: 'off' }, sides)).toBe(false)
  expect(standsIn({ potential: 'high', source: 'x' }, sides)).toBe(false)
})
