import type { Density, Ref } from './types'

export interface ViewColumn {
  field: string
  width?: number | null
  frozen?: boolean
}
export type Layout = 'table' | 'cards' | 'kanban' | 'calendar'

export interface Reader {
  object: 'person' | 'department' | 'role'
  id: string
  label: string
}

export interface View {
  id: string
  name: string
  layout: Layout
  filter: string
  sort: string
  /** The field that the rows are grouped by, or the columns of a kanban; empty for none, or the first that can. */
  group: string
  /** The field that tells a calendar the day; empty for the first that can. */
  over: string
  columns: ViewColumn[]
  density?: Density | null
  sharing: 'private' | 'team' | 'chosen' | 'public'
  /** Whom its owner shows a chosen view to; object is person, department or role. */
  readers: Reader[]
  owner?: Ref | null
  isDefault: boolean
  /** Roles whose people open the list with it. */
  defaultFor: string[]
  isRoleDefault: boolean
  /** What the view says with fields that the reader has no more; left out for him. */
  omitted: ('filter' | 'sort' | 'group' | 'over' | 'columns')[]
  version: number
}
