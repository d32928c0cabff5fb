import type { Field, Row, Value } from '../http'
import { valueOf } from './value'

/** Whoever sees a field masked cannot read it, but may put a new value in its place. */
export const mayWrite = (field: Field) =>
  field.right !== 'read' && !field.readOnly && field.type !== 'formula'

export const isMasked = (row: Row, field: Field) => !!row.masked?.includes(field.name)

/** Whether a new value may be written into this record. Of masked files nobody could say which of them stay. */
export const replaceable = (row: Row, field: Field) =>
  mayWrite(field) && !(field.type === 'files' && isMasked(row, field))

/** What an input starts with: empty where the value is masked, for a mask must never come back as the value. */
export const startOf = (row: Row, field: Field): Value => (isMasked(row, field) ? null : valueOf(row, field))

/** The mask as it is shown in the empty input, such as 138****1234. */
export const maskOf = (row: Row, field: Field) =>
  isMasked(row, field) ? String(row[`${field.name}Text`] ?? valueOf(row, field) ?? '') : undefined
