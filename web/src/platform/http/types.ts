/** The shapes of docs/api/conventions.md. Written by hand until types are generated from openapi.json. */

export interface Text2 {
  zh: string
  en: string
}
export interface Ref {
  id: string
  label: string
}
export interface Choice extends Ref {
  color?: string | null
}
export interface Money {
  amount: string
  currency: string
}

export type FieldType =
  | 'text'
  | 'longText'
  | 'phone'
  | 'email'
  | 'link'
  | 'sequence'
  | 'number'
  | 'percent'
  | 'money'
  | 'date'
  | 'dateTime'
  | 'yesNo'
  | 'choice'
  | 'choices'
  | 'tags'
  | 'region'
  | 'industry'
  | 'person'
  | 'department'
  | 'record'
  | 'files'
  | 'formula'

/** A file that a field holds. */
export interface HeldFile {
  id: string
  name: string
  size: number
  mediaType?: string
}

export type FieldRight = 'masked' | 'read' | 'write'

export interface Field {
  name: string
  label: Text2
  help?: Text2 | null
  type: FieldType
  group: string
  required: boolean
  readOnly: boolean
  right: FieldRight
  list: boolean
  sortable: boolean
  filterable: boolean
  quick: boolean
  maxLength?: number | null
  /** A dictionary's key, or for custom fields the choices themselves. */
  options?: string | Choice[] | null
  object?: string | null
  decimals?: number | null
  sensitive?: boolean
  formula?: string | null
  custom?: boolean
  indexed?: boolean
  id?: string
}

export interface Catalogue {
  object: string
  path: string
  label: Text2
  title: string
  defaultSort: string
  fields: Field[]
  groups: { key: string; label: Text2 }[]
}

export type Value = string | number | boolean | null | Ref | Choice | Money | Choice[] | HeldFile[]

export interface Row {
  id: string
  version: number
  createdAt: string
  createdBy?: Ref | null
  changedAt?: string
  changedBy?: Ref | null
  custom?: Record<string, Value>
  masked?: string[]
  can?: ('update' | 'delete' | 'assign' | 'reveal' | 'share' | 'claim' | 'release' | 'lock' | 'unlock')[]
  [field: string]: unknown
}

export interface Page<T> {
  items: T[]
  next?: string | null
}
export interface Count {
  value: number
  exact: boolean
}

export type Theme = 'light' | 'dark' | 'system'
export type Density = 'loose' | 'normal' | 'tight'

export interface Session {
  person: {
    id: string
    name: string
    login: string
    email?: string | null
    phone?: string | null
    department: Ref | null
    locale: string
    /** Null: that of the firm. */
    timeZone: string | null
    theme: Theme
    density: Density
  }
  firm: { name: string; timeZone: string; currency: string; sample: boolean }
  roles: Ref[]
  permissions: string[]
  objects: Record<string, Record<string, boolean>>
  installationAdministrator: boolean
  /** Signed in with a one-time password: nothing works until it is replaced. */
  passwordChangeNeeded?: boolean
  /** A role of his wants a second factor: nothing works until it is set up. */
  secondFactorNeeded?: boolean
}

export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled'
export interface Job {
  id: string
  kind: string
  label: string
  state: JobState
  progress: { done: number; total: number | null }
  result?: Record<string, number> | null
  files?: { id: string; name: string; size: number }[]
  createdAt: string
  finishedAt?: string | null
  undoable: boolean
  /** False for what is owed to others and ends whatever its maker wants. */
  cancellable: boolean
  problem?: ProblemBody | null
}
export interface JobRow {
  row: number
  id: string | null
  label: string
  state: 'done' | 'refused'
  code?: string | null
  message?: string | null
}

export interface ProblemBody {
  type?: string
  title?: string
  status: number
  code: string
  detail?: string
  errors?: { field: string; code: string; message: string }[]
  id?: string
  changedBy?: Ref | string
  changedAt?: string
  version?: number
  duplicates?: Duplicate[]
  /** Of a claim that came too late: whose it is now. */
  owner?: Ref
  /** Of a sign-in whose password was right: what its code is entered with. */
  ticket?: string
}
export interface Duplicate {
  object: string
  id: string | null
  label: string
  /** Of a contact: the name of its customer. */
  customer: string | null
  owner: string | null
  by: ('name' | 'phone' | 'email' | 'creditCode' | 'website' | 'address' | 'customer' | 'birthday')[]
  certainty: 'same' | 'likely' | 'maybe'
}

export interface Dictionary {
  key: string
  label: Text2
  levels: 1 | 2
  system: boolean
  items: DictionaryItem[]
}
export interface DictionaryItem {
  id: string
  version: number
  parent: string | null
  label: string
  labelEn?: string | null
  color?: string | null
  disabled: boolean
  order: number
}
export interface TreeItem extends Ref {
  parent: string | null
  leaf: boolean
}
export interface Tag {
  id: string
  version: number
  name: string
  group?: string | null
  color: string
  count?: number
}
export interface Change {
  field: string
  label: string
  from: unknown
  to: unknown
  fromLabel?: string | null
  toLabel?: string | null
}
export interface HistoryEntry {
  id: string
  at: string
  by: Ref | null
  kind: string
  changes: Change[]
  job?: string | null
}
export interface TimelineEntry extends Partial<Omit<HistoryEntry, 'id' | 'at' | 'by'>> {
  id: string
  type: 'change' | 'comment' | 'file'
  at: string
  by: Ref | null
  text?: string
  /** Of a comment that stands above the timeline. */
  pinned?: { at: string; by: Ref | null } | null
  name?: string
  size?: number
}
/** Something done with a customer, as its record; what one may not read is absent. */
export interface ActivityEntry {
  type: 'activity'
  id: string
  at: string
  title: string
  kind?: Choice
  customer?: Ref
  contact?: Ref | null
  outcome?: Choice | null
  content?: string | null
  minutes?: number | null
  nextFollowUp?: string | null
  owner?: Ref | null
  can: string[]
}
export interface TimelinePage extends Page<TimelineEntry | ActivityEntry> {
  /** With the first page only. */
  pinned: TimelineEntry[]
}
export interface FileEntry {
  id: string
  name: string
  size: number
  type?: string
  by: Ref | null
  at: string
}
export interface Notification {
  id: string
  kind: string
  title: string
  text?: string | null
  link?: string | null
  at: string
  read: boolean
}
export interface SearchGroup {
  object: string
  label: string
  items: { id: string; label: string; hint?: string | null; object: string }[]
}
