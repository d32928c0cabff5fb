import { describe, expect, it } from 'vitest'
import { addedSort, nextSort, sortedBy, withKey } from './sorting'

it('sorts up, down, then as the view has it', () => {
  expect(nextSort('-createdAt', 'name', '-createdAt')).toBe('name')
  expect(nextSort('name', 'name', '-createdAt')).toBe('-name')
  expect(nextSort('-name', 'name', '-createdAt')).toBe('-createdAt')
  expect(nextSort('level,-name', 'name', '-createdAt')).toBe('name')
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
    expect(withKey('a,b,c,d,e', 'name')).toBe('a,b,c,d,e')
    expect(withKey('a,b,c,d,-e', 'e')).toBe('a,b,c,d,e')
  })
  it('from the menu takes the place of the same field', () => {
    expect(withKey('level,-name', 'name')).toBe('level,name')
  })
  it('tells its way and its place', () => {
    expect(sortedBy('level,-name', 'name')).toEqual({ way: 'down', place: 2 })
    expect(sortedBy('level', 'level')).toEqual({ way: 'up', place: null })
    expect(sortedBy('level', 'name')).toBeNull()
  })
})
