import type { ReactNode } from 'react'
import type { Change, HeldFile, Money } from '../http'
import { formatSum, useTexts, type Locale } from '../i18n'
import { FileLink } from '../values/FilesValue'

interface Words {
  outOfSight: string
  locale: Locale
}

const isSum = (value: object): value is Money => 'amount' in value && 'currency' in value

const plain = (value: unknown, words: Words): string => {
  if (value === null || value === undefined || value === '') return ''
  if (Array.isArray(value)) return value.map((item) => plain(item, words)).join('、')
  if (typeof value === 'object') {
    if (isSum(value)) return formatSum(value, words.locale, true)
    return (value as { label?: string | null }).label ?? words.outOfSight
  }
  return String(value)
}

const isFile = (value: unknown): value is HeldFile =>
  typeof value === 'object' && value !== null && 'mediaType' in value

/** Files that a field held can still be fetched. */
const side = (value: unknown, words: Words): ReactNode =>
  Array.isArray(value) && value.length > 0 && value.every(isFile)
    ? value.map((file) => <FileLink key={file.id} file={file} />)
    : plain(value, words)

/** Entries that name a record of another object in place of a change. */
const MENTIONS = ['contactLeft', 'contactCame', 'leadCame', 'merged', 'unmerged']

/** "分级 中 → 高" for each changed field; a record that is only mentioned stands by its name. */
export function Changes({ changes, kind = '' }: { changes: Change[]; kind?: string | undefined }) {
  const { t, locale } = useTexts()
  const words = { outOfSight: t('common.outOfSight'), locale }
  const shown = (label: string | null | undefined, value: unknown) =>
    label || side(value, words) || t('record.emptyValue')
  if (MENTIONS.includes(kind))
    return (
      <ul className="changes">
        {changes.map((change, at) => (
          <li key={at}>{plain(change.from ?? change.to, words)}</li>
        ))}
      </ul>
    )
  return (
    <ul className="changes">
      {changes.map((change) => (
        <li key={change.field}>
          <span className="ink3">{change.label}</span> {shown(change.fromLabel, change.from)} →{' '}
          <b>{shown(change.toLabel, change.to)}</b>
        </li>
      ))}
    </ul>
  )
}
