import type { Choice, Field, Value } from '../../http'
import { momentAt } from '../../i18n'
import { numberIn, sumIn } from './numbers'

export type Why =
  | 'readOnly'
  | 'type'
  | 'masked'
  | 'required'
  | 'tooLong'
  | 'number'
  | 'decimals'
  | 'date'
  | 'time'
  | 'yesNo'
  | 'choice'
  | 'closedChoice'
  | 'ambiguous'

export interface Option extends Choice {
  disabled?: boolean
}

/** What a text means for a field, or why it means nothing; `about` is the item or the limit. */
export type Read = { value: Value } | { why: Why; about?: string | number }

export interface Reader {
  /** What a field of choices or tags offers, in every language. */
  options: (field: Field) => Option[]
  /** Amounts without a currency are in it. */
  currency: string
}

const DATE = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]+(.*))?$/
const COMPACT_DATE = /^(\d{4})(\d{2})(\d{2})$/
const TIME = /^(\d{1,2})[:时](\d{1,2})(?:[:分]\d{1,2}秒?(?:\.\d+)?)?分?$/
const SEPARATORS = /[,，;；、|\n]+/
const LONGEST = 1000

const two = (digits: string | undefined) => (digits ?? '').padStart(2, '0')

/** Day and time of "2026-11-25 14:30", "2026/1/5", "2026年1月5日", "20260105". The year comes first. */
function dated(text: string) {
  const plain = text.normalize('NFKC').trim()
  const found = COMPACT_DATE.exec(plain) ?? DATE.exec(plain)
  if (!found) return null
  const [, year, month, date, rest] = found
  const day = `${year}-${two(month)}-${two(date)}`
  const read = new Date(`${day}T00:00:00Z`)
  const exists = Number(year) >= 1000 && !Number.isNaN(+read) && read.toISOString().startsWith(day)
  if (!exists) return null
  const clock = rest === undefined ? null : TIME.exec(rest.trim())
  if (rest !== undefined && (!clock || Number(clock[1]) > 23 || Number(clock[2]) > 59)) return null
  return { day, time: clock && `${two(clock[1])}:${two(clock[2])}` }
}

function date(text: string): Read {
  const found = dated(text)
  return found ? { value: found.day } : { why: 'date' }
}

function moment(text: string): Read {
  const found = dated(text)
  return found ? { value: momentAt(found.day, found.time ?? '00:00') } : { why: 'time' }
}

/** Half width, lower case, no blanks: how labels are compared. */
const folded = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')

const yes = new Set(['是', 'y', 'yes', 'true', 't', '1', '√', '✓', '对', '有'])
const no = new Set(['否', 'n', 'no', 'false', 'f', '0', '×', 'x', '错', '无'])

function yesNo(text: string): Read {
  const word = folded(text)
  if (yes.has(word)) return { value: true }
  return no.has(word) ? { value: false } : { why: 'yesNo' }
}

function number(field: Field, text: string): Read {
  const found = numberIn(text)
  if (found === null) return { why: 'number' }
  return tooFine(found, field.decimals) ?? { value: Number(found) }
}

const tooFine = (digits: string, most: number | null | undefined): Read | null =>
  most != null && (digits.split('.')[1]?.length ?? 0) > most ? { why: 'decimals', about: most } : null

function money(field: Field, text: string, firms: string): Read {
  const sum = sumIn(text, firms)
  if (!sum) return { why: 'number' }
  return tooFine(sum.amount, field.decimals) ?? { value: sum }
}

function choice(options: Option[], text: string): { value: Choice } | { why: Why; about: string } {
  const meant = options.filter(({ id, label }) => id === text || folded(label) === folded(text))
  const ids = new Set(meant.map(({ id }) => id))
  if (!ids.size) return { why: 'choice', about: text }
  if (ids.size > 1) return { why: 'ambiguous', about: text }
  const { id, label, color, disabled } = meant[0]!
  if (disabled) return { why: 'closedChoice', about: text }
  return { value: { id, label, color: color ?? null } }
}

function choices(options: Option[], text: string): Read {
  const items = text.split(SEPARATORS).map((item) => item.trim())
  const read = items.filter(Boolean).map((item) => choice(options, item))
  const wrong = read.find((item) => 'why' in item)
  if (wrong) return wrong
  const all = read.flatMap((item) => ('value' in item ? [item.value] : []))
  return { value: [...new Map(all.map((item) => [item.id, item])).values()] }
}

function plain(field: Field, text: string): Read {
  const most = field.maxLength ?? LONGEST
  const line = field.type === 'longText' ? text : text.replace(/\s*[\t\r\n]+\s*/g, ' ')
  return line.length > most ? { why: 'tooLong', about: most } : { value: line }
}

function empty(field: Field): Read {
  if (field.required) return { why: 'required' }
  return { value: field.type === 'yesNo' ? false : null }
}

const pasted = new Set([
  ...['text', 'longText', 'phone', 'email', 'link', 'number', 'percent', 'money'],
  ...['date', 'dateTime', 'yesNo', 'choice', 'choices', 'tags'],
])

/** Reads what people write in the cells of a sheet, as an import does, for the types that a page can read by itself. */
export function read(field: Field, text: string, reader: Reader): Read {
  if (!pasted.has(field.type)) return { why: 'type' }
  if (!text) return empty(field)
  switch (field.type) {
    case 'number':
    case 'percent':
      return number(field, text)
    case 'money':
      return money(field, text, reader.currency)
    case 'date':
      return date(text)
    case 'dateTime':
      return moment(text)
    case 'yesNo':
      return yesNo(text)
    case 'choice':
      return choice(reader.options(field), text)
    case 'choices':
    case 'tags':
      return choices(reader.options(field), text)
    default:
      return plain(field, text)
  }
}
