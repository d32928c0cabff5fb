import { useState } from 'react'
import { http, type Field, type Row } from '../http'
import { useTexts } from '../i18n'
import { apiPath } from '../records'
import { useCan } from '../session'
import { toastProblem } from '../toast'

/** A hidden part of a phone or code. Looking at it is recorded, so it takes a click. */
export function Masked({ field, row, object }: { field: Field; row: Row; object: string }) {
  const { t } = useTexts()
  const can = useCan()
  const [shown, setShown] = useState<string | null>(null)
  const hidden = String(row[`${field.name}Text`] ?? row[field.name] ?? '')
  const reveal = () =>
    http
      .post<{ value: string }>(`${apiPath(object)}/${row.id}/reveal`, { field: field.name })
      .then(({ value }) => setShown(value))
      .catch(toastProblem)
  return (
    <span className="num">
      {shown ?? hidden}{' '}
      {shown === null && hidden && can(`${object}.reveal`) && (
        <button
          type="button"
          className="link"
          title={t('field.revealNote')}
          onClick={(event) => {
            event.stopPropagation()
            void reveal()
          }}
        >
          {t('field.reveal')}
        </button>
      )}
    </span>
  )
}
