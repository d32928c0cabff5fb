import { expect, it } from 'vitest'
import type { Field, FieldType } from '../http'
import { distanceOf, hoursOf, newCondition } from './operators'
import { printFilter } from './rsql'

const field = (type: FieldType) => ({ name: 'custom.scan', custom: true, type }) as Field

it('begins with what is asked most; a field of files is only asked whether it holds any', () => {
  expect(newCondition(field('text'))).toEqual({ field: 'custom.scan', op: '=like=', values: [] })
  expect(printFilter(newCondition(field('files')))).toBe('custom.scan=null=true')
})

it('knows distances in days and in hours apart', () => {
  expect(hoursOf('@now-24h')).toBe(24)
  expect(hoursOf('@today-1d')).toBeNull()
  expect(distanceOf('@today-30d')).toEqual([-30, 'd'])
  expect(distanceOf('@now-24h')).toBeNull()
})
