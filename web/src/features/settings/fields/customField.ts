import type { Choice, FieldType } from '@/platform/http'

export interface FieldChoice extends Choice {
  labelEn?: string | null
  disabled?: boolean
}

export interface CustomField {
  id: string
  version: number
  key: string
  label: string
  labelEn: string | null
  type: FieldType
  required: boolean
  options: FieldChoice[] | null
  decimals: number | null
  formula: string | null
  order: number
  help: string | null
  indexed?: boolean
}

export const customTypes = [
  'text',
  'longText',
  'phone',
  'email',
  'link',
  'number',
  'percent',
  'money',
  'date',
  'dateTime',
  'yesNo',
  'choice',
  'choices',
  'region',
  'industry',
  'person',
  'department',
  'files',
  'formula',
] as const

const withoutIndex = new Set<FieldType>(['longText', 'choices', 'files', 'formula'])

/** Whether an index can make filters by the field fast: it needs one plain value. */
export const indexable = ({ type }: CustomField) => !withoutIndex.has(type)

/** An option while it is edited; one that is new has no id before the server gives it one. */
export type DraftChoice = Omit<FieldChoice, 'id'> & { id?: string; line: number }

let lines = 0
export const newChoice = (): DraftChoice => ({ line: ++lines, label: '' })

export const draftOf = (choices: FieldChoice[] | null): DraftChoice[] =>
  choices?.length ? choices.map((choice) => ({ ...choice, line: ++lines })) : [newChoice()]

export function swapped<T>(all: T[], index: number, by: 1 | -1): T[] {
  const other = all[index + by]
  if (other === undefined) return all
  const next = [...all]
  next[index + by] = all[index]!
  next[index] = other
  return next
}

/** What is sent: new lines that were left blank are dropped, an option that stood before is never lost by that. */
export const choicesOf = (drafts: DraftChoice[]) =>
  drafts
    .map(({ id, label, labelEn, color, disabled }) => ({
      ...(id && { id }),
      label: label.trim(),
      labelEn: labelEn?.trim() || null,
      color: color ?? 'gray',
      disabled: !!disabled,
    }))
    .filter(({ id, label }) => id || label)

export type Fault = 'none' | 'blank' | 'twice'

/** What is wrong with the options, if anything. */
export function faultOf(drafts: DraftChoice[]): Fault | null {
  const labels = choicesOf(drafts).map(({ label }) => label.toLowerCase())
  if (!labels.length) return 'none'
  if (labels.includes('')) return 'blank'
  return new Set(labels).size < labels.length ? 'twice' : null
}
