import type { Field, FieldType, Row, Value } from '../../http'
import { dayOf, formatMoneyExact, formatNumber, timeOf } from '../../i18n'
import { asChoices, asFiles, asMoney, asRef, isEmpty, isMasked, maskOf, valueOf } from '../../records'
import { guard } from './block'

export interface Words {
  yes: string
  no: string
  outOfSight: string
  /** Between the items of a list. */
  join: string
  /** Amounts in it stand without their currency. */
  currency: string
}

/** A minus that spreadsheet programs know. */
const plain = (number: string) => number.replace('−', '-')

function amount(value: Value, words: Words) {
  const { amount: sum, currency } = asMoney(value)!
  const exact = plain(formatMoneyExact(sum, currency))
  return currency === words.currency ? exact : `${currency} ${exact}`
}

function written(field: Field, value: Value, words: Words): string {
  switch (field.type) {
    case 'number':
      return plain(formatNumber(value as number))
    case 'percent':
      return `${plain(formatNumber(value as number))}%`
    case 'money':
      return amount(value, words)
    case 'dateTime':
      return `${dayOf(value as string)} ${timeOf(value as string)}`
    case 'yesNo':
      return value ? words.yes : words.no
    case 'choices':
    case 'tags':
      return asChoices(value)
        .map(({ label }) => label)
        .join(words.join)
    case 'files':
      return asFiles(value)
        .map(({ name }) => name)
        .join('; ')
    case 'choice':
    case 'region':
    case 'industry':
    case 'person':
    case 'department':
    case 'record':
      return asRef(value)?.label ?? words.outOfSight
    default:
      return String(value)
  }
}

/** A value as it is read in a sheet: exact amounts, whole dates, labels; masked where it is masked. */
export function sheetText(field: Field, row: Row, words: Words): string {
  if (isMasked(row, field)) return maskOf(row, field) ?? ''
  const value = valueOf(row, field)
  if (isEmpty(value)) return ''
  if (field.type === 'phone') return String(row[`${field.name}Text`] ?? value)
  return written(field, value, words)
}

const numeric = new Set<FieldType>(['number', 'percent', 'money', 'date', 'dateTime'])
const oneLine = (text: string) => text.replace(/[\t\r\n]+/g, ' ')

/** Rows under their heads, with tabs between the cells. */
export function tableText(fields: Field[], heads: string[], rows: Row[], words: Words) {
  const cell = (field: Field, row: Row) => {
    const text = oneLine(sheetText(field, row, words))
    return numeric.has(field.type) ? text : guard(text)
  }
  const lines = rows.map((row) => fields.map((field) => cell(field, row)))
  return [heads.map((head) => guard(oneLine(head))), ...lines].map((line) => line.join('\t')).join('\n')
}
