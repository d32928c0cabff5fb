import type { Choice, FieldType } from '@/platform/http'

export interface CustomField {
  id: string
  version: number
  key: string
  label: string
  labelEn: string | null
  type: FieldType
  required: boolean
  options: Choice[] | null
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

/** One choice a line; a line that already was a choice keeps its id, a new one gets its id from the server. */
export function choicesOf(text: string, before: Choice[] | null): Partial<Choice>[] {
  const labels = text.split('\n').map((line) => line.trim())
  return labels
    .filter((label, index) => label && labels.indexOf(label) === index)
    .map((label) => before?.find((choice) => choice.label === label) ?? { label })
}
