import { describe, expect, it } from 'vitest'
import type { Field, Row } from '../http'
import { withFieldOf, withValue } from './value'
import { maskOf, mayWrite, replaceable, startOf } from './writing'

const phone = { name: 'phone', type: 'phone', right: 'masked', readOnly: false } as Field
const row = {
  ...{ id: '1', version: 3, createdAt: '' },
  ...{ phone: '+86 138****1234', phoneText: '138****1234', masked: ['phone'] },
} as Row

describe('a field that is seen masked', () => {
  it('may be written, unless it is computed or only to be read', () => {
    expect(mayWrite(phone)).toBe(true)
    expect(mayWrite({ ...phone, right: 'read' })).toBe(false)
    expect(mayWrite({ ...phone, readOnly: true })).toBe(false)
    expect(mayWrite({ ...phone, type: 'formula' })).toBe(false)
  })
  it('starts empty with its mask as a placeholder', () => {
    expect(startOf(row, phone)).toBeNull()
    expect(maskOf(row, phone)).toBe('138****1234')
  })
  it('starts with what is there when nothing is masked', () => {
    const empty = { ...row, phone: null, phoneText: null, masked: [] }
    expect(startOf(empty, phone)).toBeNull()
    expect(maskOf(empty, phone)).toBeUndefined()
    expect(startOf({ ...row, masked: [] }, phone)).toBe('+86 138****1234')
  })
  it('is left alone where it holds files, for nobody could say which stay', () => {
    const files = { ...phone, type: 'files' } as Field
    expect(replaceable(row, files)).toBe(false)
    expect(replaceable({ ...row, masked: [] }, files)).toBe(true)
  })
  it('shows what was just typed, and its mask again when that is refused', () => {
    const typed = withValue(row, phone, '13900000000')
    expect(typed).toMatchObject({ phone: '13900000000', phoneText: '13900000000', masked: [] })
    expect(withFieldOf(typed, row, phone)).toEqual(row)
  })
})
