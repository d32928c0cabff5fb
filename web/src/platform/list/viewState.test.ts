import { describe, expect, it } from 'vitest'
import type { Catalogue } from '../http'
import {
  builtInView,
  firstView,
  isChanged,
  moveColumn,
  parseColumns,
  printColumns,
  resolveState,
  searchAfter,
} from './viewState'

const field = (name: string) => ({ name, list: true, custom: false }) as Catalogue['fields'][number]
const catalogue = {
  title: 'name',
  defaultSort: '-createdAt',
  fields: ['name', 'level', 'phone'].map(field),
} as Catalogue
const view = builtInView('all', '全部', '', catalogue)

describe('columns in the address', () => {
  it('keep order, width and freezing', () => {
    const columns = [{ field: 'name', width: 220, frozen: true }, { field: 'custom.size' }]
    expect(printColumns(columns)).toBe('name~220!,custom.size')
    expect(parseColumns('name~220!,custom.size')).toEqual(columns)
  })
  it('that no longer exist are left out', () => {
    const state = resolveState({ cols: 'name!,gone,level' }, view, catalogue, 'normal')
    expect(state.columns.map((column) => column.field)).toEqual(['name', 'level'])
  })
})

describe('unsaved changes', () => {
  it('show only while something differs from the view', () => {
    const changed = searchAfter({}, view, { filter: 'level==A' })
    expect(isChanged(changed)).toBe(true)
    expect(isChanged(searchAfter(changed, view, { filter: '' }))).toBe(false)
  })
  it('a search text is not a change of the view', () => {
    expect(isChanged(searchAfter({}, view, { q: '苏州' }))).toBe(false)
  })
})

it('opens with one’s own default, then that of one’s role, then the first view', () => {
  const [plain, ofRole, own] = ['a', 'b', 'c'].map((id) => builtInView(id, id, '', catalogue))
  ofRole!.isRoleDefault = true
  expect(firstView([plain!, ofRole!])).toBe(ofRole)
  own!.isDefault = true
  expect(firstView([plain!, ofRole!, own!])).toBe(own)
  expect(firstView([plain!])).toBe(plain)
})

it('moves a column without losing one, whatever place is asked for', () => {
  const columns = ['a', 'b', 'c'].map((name) => ({ field: name }))
  const names = (to: number) =>
    moveColumn(columns, 'a', to)
      .map((column) => column.field)
      .join('')
  expect([names(0), names(1), names(2), names(9), names(-3)]).toEqual(['abc', 'bac', 'bca', 'bca', 'abc'])
  expect(moveColumn(columns, 'gone', 1)).toBe(columns)
})

it('a grouping is part of the view', () => {
  const grouped = searchAfter({}, view, { group: 'level' })
  expect(isChanged(grouped)).toBe(true)
  expect(resolveState(grouped, view, catalogue, 'normal').group).toBe('level')
  expect(resolveState({ group: 'gone' }, view, catalogue, 'normal').group).toBe('')
})

it('a kanban takes no field that only groups, and an unknown layout is that of the view', () => {
  const fields = [
    { ...field('region'), type: 'region', filterable: true },
    { ...field('level'), type: 'choice', filterable: true },
    { ...field('foundedOn'), type: 'date', filterable: true },
  ] as Catalogue['fields']
  const other = { ...catalogue, fields }
  const state = (search: object) => resolveState(search, view, other, 'normal')
  expect(state({ layout: 'table', group: 'region' }).group).toBe('region')
  expect(state({ layout: 'kanban', group: 'region' }).group).toBe('')
  expect(state({ layout: 'kanban', group: 'level' }).group).toBe('level')
  expect(state({ layout: 'calendar', over: 'foundedOn', month: '2026-11' })).toMatchObject({
    layout: 'calendar',
    over: 'foundedOn',
    month: '2026-11',
  })
  expect(state({ layout: 'gantt', over: 'level', month: '2026-13' })).toMatchObject({
    layout: 'table',
    over: '',
    month: '',
  })
})

it('the month of a calendar is no change of the view', () => {
  expect(isChanged(searchAfter({}, view, { month: '2026-11' }))).toBe(false)
  expect(isChanged(searchAfter({}, view, { layout: 'calendar' }))).toBe(true)
})
