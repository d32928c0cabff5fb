import type { ReactNode } from 'react'
import type { Change, HeldFile } from '../http'
import { useTexts } from '../i18n'
import { FileLink } from '../values/FilesValue'

const plain = (value: unknown, outOfSight: string): string => {
  if (value === null || value === undefined || value === '') return ''
  if (Array.isArray(value)) return value.map((item) => plain(item, outOfSight)).join('、')
  if (typeof value === 'object') {
    const { label, amount } = value as { label?: string | null; amount?: string }
    return label ?? amount ?? outOfSight
  }
  return String(value)
}

const isFile = (value: unknown): value is HeldFile =>
  typeof value === 'object' && value !== null && 'mediaType' in value

/** Files that a field held can still be fetched. */
const side = (value: unknown, outOfSight: string): ReactNode =>
  Array.isArray(value) && value.length > 0 && value.every(isFile)
    ? value.map((file) => <FileLink key={file.id} file={file} />)
    : plain(value, outOfSight)

/** Entries that name a record of another object in place of a change. */
const MENTIONS = ['contactLeft', 'contactCame']

/** "分级 中 → 高" for each changed field; a record that is only mentioned stands by its name. */
export function Changes({ changes, kind = '' }: { changes: Change[]; kind?: string | undefined }) {
  const { t } = useTexts()
  const shown = (label: string | null | undefined, value: unknown) =>
    label || side(value, t('common.outOfSight')) || t('record.emptyValue')
  if (MENTIONS.includes(kind))
    return (
      <ul className="changes">
        {changes.map((change) => (
          <li key={change.field}>{plain(change.from ?? change.to, t('common.outOfSight'))}</li>
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
