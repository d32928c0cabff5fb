import { describe, expect, it } from 'vitest'
import type { Choice, Field, Row } from '../../http'
import { arranged, columnIdOf, columnsOf, HIDDEN, NONE, refusalOf, valueFor } from './columns'

const field = (type: Field['type'], more: Partial<Field> = {}) =>
  ({ name: 'stage', type, right: 'write', readOnly: false, ...more }) as Field
const group = (id: string | null | undefined, count: number) => ({
  key: id === undefined ? null : ({ id, label: id } as unknown as Choice),
  count,
  sums: {},
})
const words = { true: '是', false: '否' }
const choices = [
  { id: 'a', label: '甲' },
  { id: 'b', label: '乙', disabled: true },
  { id: 'c', label: '丙', disabled: true },
  { id: 'd', label: '丁' },
  { id: 'a1', label: '甲一', parent: 'a' },
]
const shown = (columns: ReturnType<typeof columnsOf>) => columns.map(({ id, count }) => `${id}:${count}`)

describe('columns', () => {
  it('stand in the order of the dictionary, disabled ones and "none" only with records', () => {
    const groups = [group('d', 9), group('c', 2), group(undefined, 4)]
    expect(shown(columnsOf(field('choice'), groups, choices, words))).toEqual([
      'a:0',
      'a1:0',
      'c:2',
      'd:9',
      `${NONE}:4`,
    ])
  })
  it('keep a value that the dictionary has no more', () => {
    expect(shown(columnsOf(field('choice'), [group('gone', 1)], [], words))).toEqual(['gone:1'])
  })
  it('are yes and no, with or without records', () => {
    expect(shown(columnsOf(field('yesNo'), [group('false', 3)], [], words))).toEqual(['true:0', 'false:3'])
  })
  it('are the people who have something, by name, and one for all who are out of sight', () => {
    const groups = [group('b', 1), group('a', 5), group(null, 2), group(null, 3)]
    expect(shown(columnsOf(field('person'), groups, [], words))).toEqual(['a:5', 'b:1', `${HIDDEN}:5`])
  })
})

describe('moving', () => {
  const [yes] = columnsOf(field('yesNo'), [], [], words)
  it('writes what the field holds', () => {
    expect(valueFor(yes!, field('yesNo'))).toBe(true)
    const [first] = columnsOf(field('choice'), [], choices, words)
    expect(valueFor(first!, field('choice'))).toMatchObject({ id: 'a' })
  })
  it('finds the column of a value', () => {
    expect(columnIdOf(false, field('yesNo'))).toBe('false')
    expect(columnIdOf(null, field('choice'))).toBe(NONE)
    expect(columnIdOf({ id: null, label: null } as never, field('person'))).toBe(HIDDEN)
  })
  it('is refused by disabled values, people out of sight, and "none" of a required field', () => {
    const groups = [group('c', 2), group(null, 1), group(undefined, 4)]
    const columns = columnsOf(field('choice'), groups, choices, words)
    const refusals = (one: Field) => columns.map((column) => refusalOf(column, one)).filter(Boolean)
    expect(refusals(field('choice'))).toEqual(['disabled', 'hidden'])
    expect(refusals(field('choice', { required: true }))).toEqual(['disabled', 'hidden', 'required'])
  })
})

it('lays a card where its value is now, what came on top and nothing twice', () => {
  const row = (id: string, stage: string | null) =>
    ({ id, stage: stage && { id: stage, label: stage } }) as unknown as Row
  const columns = columnsOf(field('choice'), [group(undefined, 1)], choices, words)
  const read = { a: [row('1', 'd'), row('2', 'a')], d: [row('3', 'd')], [NONE]: [row('4', null)] }
  const ids = (laid: Record<string, Row[]>) =>
    Object.fromEntries(Object.entries(laid).map(([id, rows]) => [id, rows.map((one) => one.id).join()]))
  expect(ids(arranged(columns, read, field('choice')))).toEqual({ a: '2', a1: '', d: '1,3', [NONE]: '4' })
  const later = { ...read, d: [row('3', 'd'), row('1', 'd')] }
  expect(ids(arranged(columns, later, field('choice'))).d).toBe('3,1')
  const fallen = columnsOf(field('choice'), [group('d', 1)], choices, words)
  const left = { [NONE]: [row('4', 'd')], d: [] }
  expect(ids(arranged(fallen, left, field('choice')))).toMatchObject({ d: '4' })
})

it('an upper choice names the lower ones, which its own list leaves out', () => {
  const [upper, lower] = columnsOf(field('choice'), [], choices, words)
  expect([upper!.id, upper!.below, lower!.below]).toEqual(['a', ['a1'], []])
})
