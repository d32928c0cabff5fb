import type { Choice, Field, Row, Value } from '../../http'
import type { Choosable } from '../../inputs/useChoices'
import { asRef, isEmpty, valueOf } from '../../records'
import type { GroupOf } from '../groups'

/** Of records without a value, and of those whose person is out of sight. */
export const NONE = ''
export const HIDDEN = '?'

export interface Column {
  id: string
  /** The value that the records share; null for none. */
  key: Choice | null
  count: number
  sums: GroupOf['sums']
  /** The choice is offered no more. */
  disabled: boolean
  /** The lower items of an upper one, which have columns of their own. */
  below: string[]
}

const columnOf = (id: string, key: Choice | null, group?: GroupOf, disabled = false): Column => ({
  id,
  key,
  count: group?.count ?? 0,
  sums: group?.sums ?? {},
  disabled,
  below: [],
})

/** A dictionary's items in their order, the lower ones behind their upper one. */
const inOrder = (choices: Choosable[]) => {
  const tops = choices.filter(({ parent }) => !parent)
  return tops.flatMap((top) => [top, ...choices.filter(({ parent }) => parent === top.id)])
}

/** Columns that stand whether they hold something or not, and the groups that have none of these. */
function standing(field: Field, choices: Choosable[], known: Map<string, GroupOf>, words: YesNo) {
  if (field.type === 'yesNo')
    return (['true', 'false'] as const).map((id) => columnOf(id, { id, label: words[id] }, known.get(id)))
  return inOrder(choices)
    .filter(({ id, disabled }) => !disabled || known.has(id))
    .map(({ id, label, color, disabled }) => ({
      ...columnOf(id, { id, label, color: color ?? null }, known.get(id), !!disabled),
      below: choices.filter(({ parent }) => parent === id).map((lower) => lower.id),
    }))
}

export type YesNo = Record<'true' | 'false', string>

/**
 * The columns of a kanban: choices in the order of their dictionary, disabled ones only while they hold something; people
 * and departments that hold something, by name; then whoever is out of sight, counted only; last what has no value.
 */
export function columnsOf(field: Field, groups: GroupOf[], choices: Choosable[], words: YesNo): Column[] {
  const named = groups.filter(({ key }) => key?.id)
  const known = new Map(named.map((group) => [group.key!.id, group]))
  const fixed = standing(field, choices, known, words)
  const others = named
    .filter(({ key }) => !fixed.some(({ id }) => id === key!.id))
    .map((group) => columnOf(group.key!.id, group.key, group))
    .sort((a, b) => a.key!.label.localeCompare(b.key!.label, 'zh-CN'))
  const hidden = groups.filter(({ key }) => key && !key.id)
  const none = groups.find(({ key, count }) => !key && count > 0)
  return [
    ...fixed,
    ...others,
    ...(hidden.length
      ? [{ ...columnOf(HIDDEN, null), count: hidden.reduce((sum, { count }) => sum + count, 0) }]
      : []),
    ...(none ? [columnOf(NONE, null, none)] : []),
  ]
}

/** The column of a value. */
export function columnIdOf(value: Value, field: Field): string {
  if (isEmpty(value)) return NONE
  return field.type === 'yesNo' ? String(value) : (asRef(value)?.id ?? HIDDEN)
}

/** In which column a record stands by the value it has now. */
export const placeOf = (row: Row, field: Field) => columnIdOf(valueOf(row, field), field)

/** What a record gets when it comes into the column. */
export const valueFor = ({ key }: Column, field: Field): Value =>
  field.type === 'yesNo' && key ? key.id === 'true' : key

/** Why a column takes nothing; null when it does. */
export function refusalOf({ id, disabled }: Column, field: Field): 'hidden' | 'disabled' | 'required' | null {
  if (id === HIDDEN) return 'hidden'
  if (disabled) return 'disabled'
  return id === NONE && field.required ? 'required' : null
}

/**
 * The cards of each column: what came just now on top, also from a column that fell away with its last card, then what
 * was read there and has not left.
 */
export function arranged(
  columns: Column[],
  read: Record<string, Row[]>,
  field: Field,
): Record<string, Row[]> {
  const all = Object.values(read).flat()
  return Object.fromEntries(
    columns.map(({ id }) => {
      const own = (read[id] ?? []).filter((row) => placeOf(row, field) === id)
      const here = new Set(own.map((row) => row.id))
      const came = all.filter((row) => placeOf(row, field) === id && !here.has(row.id))
      return [id, [...new Map(came.map((row) => [row.id, row])).values(), ...own]]
    }),
  )
}
