import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { printFilter, type Condition } from '@/platform/filter'
import { http, type Catalogue, type Choice, type Field } from '@/platform/http'
import type { Choosable } from '@/platform/inputs/useChoices'
import { keys, pathOf } from '@/platform/records'
import type { Where } from './plays'

export interface Cell {
  row: Choice | null
  column: Choice | null
  count: number
}

export interface Matrix {
  cells: Cell[]
  more: boolean
  total: number
  exact: boolean
}

/** A side of the matrix, one value after the other; the last one may stand for those without any. */
export interface Value {
  id: string | null
  label: string
  color?: string | null | undefined
}

/** Fields whose values are few and known. */
export const axes = (catalogue: Catalogue) =>
  catalogue.fields.filter((field) => field.filterable && (field.type === 'choice' || field.type === 'yesNo'))

export const useMatrix = (rows: Field | undefined, columns: Field | undefined, filter: string) =>
  useQuery({
    queryKey: [...keys.list('customer'), 'matrix', rows?.name, columns?.name, filter],
    queryFn: ({ signal }) =>
      http.get<Matrix>(
        '/customers/matrix',
        { rows: pathOf(rows!), columns: pathOf(columns!), filter },
        signal,
      ),
    enabled: !!rows && !!columns,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })

/** The choices in their order, those that are there no more but are still met, and none where some have none. */
export function valuesOf(choices: Choosable[], met: (Choice | null)[], none: string): Value[] {
  const known = new Set(choices.map(({ id }) => id))
  const used = new Set(met.map((choice) => choice?.id))
  const gone = met.filter((choice): choice is Choice => !!choice && !known.has(choice.id))
  return [
    ...choices.filter(({ id, disabled }) => !disabled || used.has(id)),
    ...gone.filter(({ id }, at) => gone.findIndex((other) => other.id === id) === at),
    ...(met.includes(null) ? [{ id: null, label: none }] : []),
  ]
}

/** How many have this value on one side, that on the other; all where a side is not named. */
export const countOf = (cells: Cell[], row?: Value, column?: Value) =>
  cells
    .filter((cell) => !row || (cell.row?.id ?? null) === row.id)
    .filter((cell) => !column || (cell.column?.id ?? null) === column.id)
    .reduce((sum, cell) => sum + cell.count, 0)

const condition = (field: Field, { id }: Value): Condition =>
  id === null
    ? { field: pathOf(field), op: '=null=', values: ['true'] }
    : { field: pathOf(field), op: '==', values: [id] }

export type Side = [field: Field, value: Value]

/** The filter that opens a cell as a list. */
export const filterFor = (sides: Side[], mine: boolean) =>
  printFilter({
    all: true,
    items: [
      ...sides.map(([field, value]) => condition(field, value)),
      ...(mine ? [{ field: 'owner', op: '==', values: ['@me'] }] : []),
    ],
  })

/** When a play of this cell holds; none where a value is missing. */
export function whereOf(sides: Side[]): Where | null {
  if (sides.some(([, { id }]) => id === null)) return null
  return Object.fromEntries(sides.map(([field, { id }]) => [pathOf(field), id!]))
}

/** Whether every condition of a play is a value of one of these sides. */
export const standsIn = (where: Where, sides: [field: Field, values: Value[]][]) =>
  Object.entries(where).every(([path, id]) =>
    sides.some(([field, values]) => pathOf(field) === path && values.some((value) => value.id === id)),
  )
