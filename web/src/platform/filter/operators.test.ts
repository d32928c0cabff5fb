import { expect, it } from 'vitest'
import type { Field, FieldType } from '../http'
import { newCondition } from './operators'
import { printFilter } from './rsql'

const field = (type: FieldType) => ({ name: 'custom.scan', custom: true, type }) as Field

it('begins with what is asked most; a field of files is only asked whether it holds any', () => {
  expect(newCondition(field('text'))).toEqual({ field: 'custom.scan', op: '=like=', values: [] })
  expect(printFilter(newCondition(field('files')))).toBe('custom.scan=null=true')
})
