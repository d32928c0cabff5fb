import { describe, expect, it } from 'vitest'
import type { Field } from '../http'
import { addedSort, nextSort, orderOf, sortedBy } from './sorting'

it('sorts up, down, then as the view has it', () => {
  expect(nextSort('-createdAt', 'name', '-createdAt')).toBe('name')
  expect(nextSort('name', 'name', '-createdAt')).toBe('-name')
  expect(nextSort('-name', 'name', '-createdAt')).toBe('-createdAt')
  expect(nextSort('level,-name', 'name', '-createdAt')).toBe('name')
  expect(nextSort('-createdAt', 'createdAt', '-createdAt')).toBe('createdAt')
})

describe('one key more', () => {
  it('stands behind the others up, then down, then goes', () => {
    expect(addedSort('level', 'name', '-createdAt')).toBe('level,name')
    expect(addedSort('level,name', 'name', '-createdAt')).toBe('level,-name')
    expect(addedSort('level,-name', 'name', '-createdAt')).toBe('level')
    expect(addedSort('-name', 'name', '-createdAt')).toBe('-createdAt')
  })
  it('is not taken beyond five', () => {
    expect(addedSort('a,b,c,d,e', 'name', '')).toBe('a,b,c,d,e')
  })
  it('tells its way and its place', () => {
    expect(sortedBy('level,-name', 'name')).toEqual({ way: 'down', place: 2 })
    expect(sortedBy('level', 'level')).toEqual({ way: 'up', place: null })
    expect(sortedBy('level', 'name')).toBeNull()
  })
})

it('speaks of size for figures only', () => {
  const said = (['text', 'money', 'dateTime', 'choice'] as const).map((type) => orderOf({ type } as Field))
  expect(said).toEqual(['words', 'figures', 'moments', 'words'])
})
