import type { Catalogue, Field } from '../http'
import { pathOf } from '../records'

const columned = new Set<Field['type']>(['choice', 'yesNo', 'person', 'department'])
const days = new Set<Field['type']>(['date', 'dateTime'])
/** Days that the program writes; a calendar looks at them only when there is no other. */
const kept = new Set(['createdAt', 'changedAt'])

const readable = (catalogue: Catalogue, types: Set<Field['type']>) =>
  catalogue.fields.filter((field) => field.filterable && types.has(field.type))

/** Fields whose values can be the columns of a kanban. */
export const columnFields = (catalogue: Catalogue) => readable(catalogue, columned)

/** Fields that can tell a calendar the day. */
export const dayFields = (catalogue: Catalogue) => readable(catalogue, days)

/** The field that was chosen for the columns; otherwise the first choice, otherwise the first that can. */
export function columnFieldOf(catalogue: Catalogue, group: string): Field | undefined {
  const fields = columnFields(catalogue)
  return (
    fields.find((field) => pathOf(field) === group) ??
    fields.find(({ type }) => type === 'choice') ??
    fields[0]
  )
}

/** The field that was chosen for the days; otherwise the first that people write, otherwise when it was created. */
export function dayFieldOf(catalogue: Catalogue, over: string): Field | undefined {
  const fields = dayFields(catalogue)
  return (
    fields.find((field) => pathOf(field) === over) ?? fields.find(({ name }) => !kept.has(name)) ?? fields[0]
  )
}
