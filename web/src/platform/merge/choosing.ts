import type { Catalogue, Field, Row, Value } from '../http'
import { mayWrite, sameValue, startOf } from '../records'

/** Which record a field is taken from, by the field's path. */
export type Take = Record<string, string>

const isEmpty = (value: Value) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && !value.length)

/** Lists are put together, so there is nothing to choose. */
const joined = new Set(['tags', 'files'])

/** The fields of which a value has to be chosen: at least two records say something else. */
export const differing = (catalogue: Catalogue, rows: Row[]): Field[] =>
  catalogue.fields.filter((field) => {
    if (!mayWrite(field) || joined.has(field.type)) return false
    const values = rows.map((row) => startOf(row, field) as Value).filter((value) => !isEmpty(value))
    return values.some((value) => !sameValue(value, values[0]!))
  })

/** The survivor's value, or where it has none the first of the others', as the server would. */
export function standing(field: Field, rows: Row[], survivor: string): string {
  const own = rows.find(({ id }) => id === survivor)!
  const order = [own, ...rows.filter((row) => row !== own)]
  return (order.find((row) => !isEmpty(startOf(row, field) as Value)) ?? own).id
}

const filled = (catalogue: Catalogue, row: Row) =>
  catalogue.fields.filter((field) => !isEmpty(startOf(row, field) as Value)).length

/** The one that says most stays; of equals the oldest. */
export const fullest = (catalogue: Catalogue, rows: Row[]): Row =>
  [...rows].sort((a, b) => filled(catalogue, b) - filled(catalogue, a) || (a.id < b.id ? -1 : 1))[0]!

/** What is asked of the server; only what was chosen is named. */
export const bodyOfMerge = (rows: Row[], survivor: string, take: Take) => {
  const seen = (row: Row) => ({ id: row.id, version: row.version })
  return {
    survivor: seen(rows.find(({ id }) => id === survivor)!),
    others: rows.filter(({ id }) => id !== survivor).map(seen),
    take,
  }
}
