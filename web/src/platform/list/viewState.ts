import type { Catalogue, Density, Layout, View, ViewColumn } from '../http'
import { fieldAt, pathOf } from '../records'
import { columnFields, dayFields } from './layoutFields'

/** What the address bar may say about a list; everything missing comes from the view. */
export interface ListSearch {
  view?: string | undefined
  filter?: string | undefined
  q?: string
  sort?: string
  group?: string | undefined
  cols?: string
  over?: string | undefined
  /** The month that a calendar shows; no part of a view. */
  month?: string | undefined
  layout?: Layout
  density?: Density
  peek?: string
}

export interface ListState {
  filter: string
  q: string
  sort: string
  /** The field that the rows are grouped by; empty for none. */
  group: string
  /** The field that tells a calendar the day; empty for its own choice. */
  over: string
  /** "2026-11"; empty for the one that is now. */
  month: string
  columns: ViewColumn[]
  layout: Layout
  density: Density
}

/** "name~220!,level" – width after ~, ! for frozen. */
export const printColumns = (columns: ViewColumn[]) =>
  columns
    .map(({ field, width, frozen }) => `${field}${width ? `~${width}` : ''}${frozen ? '!' : ''}`)
    .join(',')

export function parseColumns(text: string): ViewColumn[] {
  return text
    .split(',')
    .filter(Boolean)
    .map((part) => {
      const frozen = part.endsWith('!')
      const [field, width] = (frozen ? part.slice(0, -1) : part).split('~')
      return { field: field!, ...(width && { width: Number(width) }), ...(frozen && { frozen }) }
    })
}

/** The title, with its tags behind it, first and frozen; then what the catalogue marks for lists. */
export function standardColumns(catalogue: Catalogue): ViewColumn[] {
  const rest = catalogue.fields.filter(
    (field) => field.list && field.name !== catalogue.title && field.type !== 'tags',
  )
  return [
    { field: catalogue.title, frozen: true },
    ...rest.slice(0, 9).map((field) => ({ field: pathOf(field) })),
  ]
}

export function builtInView(id: string, name: string, filter: string, catalogue: Catalogue): View {
  return {
    id,
    name,
    filter,
    layout: 'table',
    sort: catalogue.defaultSort,
    group: '',
    over: '',
    columns: standardColumns(catalogue),
    density: null,
    sharing: 'public',
    readers: [],
    owner: null,
    isDefault: false,
    defaultFor: [],
    isRoleDefault: false,
    omitted: [],
    version: 0,
  }
}

const layouts: readonly Layout[] = ['table', 'cards', 'kanban', 'calendar']

/** What can group a table need not be able to make columns. */
function groupOf(catalogue: Catalogue, layout: Layout, group: string) {
  const field = fieldAt(catalogue, group)
  return field && (layout !== 'kanban' || columnFields(catalogue).includes(field)) ? group : ''
}

export function resolveState(
  search: ListSearch,
  view: View,
  catalogue: Catalogue,
  density: Density,
): ListState {
  const wanted = search.cols ? parseColumns(search.cols) : view.columns
  const layout = layouts.find((one) => one === search.layout) ?? view.layout
  const over = search.over ?? view.over
  const known = wanted.filter(({ field }) => fieldAt(catalogue, field))
  return {
    filter: search.filter ?? view.filter,
    q: search.q ?? '',
    sort: search.sort ?? (view.sort || catalogue.defaultSort),
    group: groupOf(catalogue, layout, search.group ?? view.group ?? ''),
    over: dayFields(catalogue).some((field) => pathOf(field) === over) ? over : '',
    month: /^\d{4}-(0[1-9]|1[0-2])$/.test(search.month ?? '') ? search.month! : '',
    columns: known.length ? known : standardColumns(catalogue),
    layout,
    density: search.density ?? view.density ?? density,
  }
}

/** The address after a change: whatever equals the view is left out, so that nothing looks changed. */
export function searchAfter(search: ListSearch, view: View, change: Partial<ListState>): ListSearch {
  const next: ListSearch = { ...search }
  if (change.filter !== undefined) next.filter = change.filter === view.filter ? undefined : change.filter
  if (change.q !== undefined) next.q = change.q || undefined
  if (change.sort !== undefined) next.sort = change.sort === view.sort ? undefined : change.sort
  if (change.group !== undefined) next.group = change.group === view.group ? undefined : change.group
  if (change.over !== undefined) next.over = change.over === view.over ? undefined : change.over
  if (change.month !== undefined) next.month = change.month || undefined
  if (change.layout) next.layout = change.layout === view.layout ? undefined : change.layout
  if (change.density) next.density = change.density === view.density ? undefined : change.density
  if (change.columns) {
    const text = printColumns(change.columns)
    next.cols = text === printColumns(view.columns) ? undefined : text
  }
  return next
}

/** Layouts that read what they show themselves, column by column or month by month. */
export const isBoard = (layout: Layout) => layout === 'kanban' || layout === 'calendar'

export const isChanged = (search: ListSearch) =>
  [search.filter, search.sort, search.group, search.over, search.cols, search.layout, search.density].some(
    (part) => part !== undefined,
  )

/** The view to begin with: one's own default, that of one's role, or the first. */
export const firstView = (views: View[]) =>
  views.find(({ isDefault }) => isDefault) ?? views.find(({ isRoleDefault }) => isRoleDefault) ?? views[0]!

/** The columns with one taken out and put before another, or at the end. */
export function moveColumn(columns: ViewColumn[], field: string, to: number): ViewColumn[] {
  const from = columns.findIndex((column) => column.field === field)
  if (from < 0) return columns
  const rest = columns.filter((_, index) => index !== from)
  const at = Math.max(0, Math.min(rest.length, to))
  return [...rest.slice(0, at), columns[from]!, ...rest.slice(at)]
}
