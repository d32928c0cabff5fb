import { useQuery, keepPreviousData } from '@tanstack/react-query'
import type { Catalogue, Choice, Field, Money } from '../http'
import { http } from '../http'
import { apiPath, fieldAt, keys, pathOf } from '../records'
import { within } from '../filter/rsql'
import type { List } from './useList'

/** Several currencies in the firm's, at the rates of today; the oldest of those is from `validFrom`. */
export interface MoneySum extends Money {
  converted?: boolean
  validFrom?: string
}

export type Sums = Record<string, number | MoneySum | null>

export interface GroupOf {
  /** The value that the records share; null where the field is empty. */
  key: Choice | null
  count: number
  sums: Sums
}

export interface Groups {
  groups: GroupOf[]
  more: boolean
  total: GroupOf
  exact: boolean
}

const grouping = new Set<Field['type']>(['choice', 'yesNo', 'person', 'department', 'region', 'industry'])

/** Fields that a list can be grouped by: what the server groups, and what one may read. */
export const groupable = (catalogue: Catalogue) =>
  catalogue.fields.filter((field) => field.filterable && grouping.has(field.type))

/** Columns whose figures mean something when added up; scores and counters of the program do not. */
export const summable = (catalogue: Catalogue, columns: { field: string }[]) =>
  columns
    .map((column) => fieldAt(catalogue, column.field))
    .filter((field) => field !== undefined)
    .filter(
      (field) =>
        field.filterable && (field.type === 'number' || field.type === 'money') && field.group !== 'system',
    )

/** Those without a value stand last, however many they are. */
export const emptyLast = (groups: GroupOf[]) => [
  ...groups.filter(({ key }) => key),
  ...groups.filter(({ key }) => !key),
]

/** The filter that opens one group. */
export function filterOf(filter: string, path: string, key: Choice | null) {
  const condition = key
    ? { field: path, op: '==', values: [key.id] }
    : { field: path, op: '=null=', values: ['true'] }
  return within(filter, condition)
}

/** Counts and sums of a list, by its group field when it has one; asked only when there is something to tell. */
export function useGroups({ object, catalogue, state }: List, group = state.group, enabled = true) {
  const { filter, q } = state
  const sums = summable(catalogue, state.columns).map(pathOf).slice(0, 10).join(',')
  return useQuery({
    queryKey: [...keys.list(object), 'groups', { filter, q, group, sums }],
    queryFn: ({ signal }) =>
      http.get<Groups>(`${apiPath(object)}/groups`, { by: group, sums, filter, q }, signal),
    enabled: enabled && (!!group || !!sums),
    select: (found: Groups) => ({ ...found, groups: emptyLast(found.groups) }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
}
