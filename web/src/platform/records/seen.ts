import type { Field, Row } from '../http'
import { valueOf } from './value'

const same = (a: Row, b: Row) => (field: Field) =>
  JSON.stringify(valueOf(a, field)) === JSON.stringify(valueOf(b, field))

/**
 * On which state of a row these fields are written. The row is read anew while somebody edits it: what others did to
 * other fields does not matter, but where one of these changed, the server has to see that the writer does not know it.
 */
export const baseOf = (seen: Row, current: Row, fields: Field[]) =>
  fields.every(same(seen, current)) ? current : seen
