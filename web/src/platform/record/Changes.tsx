import type { Change } from '../http'
import { useTexts } from '../i18n'

const plain = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return ''
  if (Array.isArray(value)) return value.map(plain).join('、')
  if (typeof value === 'object') {
    const { label, amount } = value as { label?: string; amount?: string }
    return label ?? amount ?? JSON.stringify(value)
  }
  return String(value)
}

/** "分级 中 → 高" for each changed field. */
export function Changes({ changes }: { changes: Change[] }) {
  const { t } = useTexts()
  const shown = (label: string | null | undefined, value: unknown) =>
    label || plain(value) || t('record.emptyValue')
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
