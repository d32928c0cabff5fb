import { describe, expect, it } from 'vitest'
import type { Catalogue } from '../http'
import {
  builtInView,
  isChanged,
  nextSort,
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

it('sorts up, down, then as the view has it', () => {
  expect(nextSort('-createdAt', 'name', '-createdAt')).toBe('name')
  expect(nextSort('name', 'name', '-createdAt')).toBe('-name')
  expect(nextSort('-name', 'name', '-createdAt')).toBe('-createdAt')
})
