import { PhoneOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { http, type Catalogue, type Row } from '../http'
import { useTexts } from '../i18n'
import { apiPath, isEmpty, isMasked, titleOf, valueOf } from '../records'
import { useCan } from '../session'
import { toastProblem } from '../toast'

interface Props {
  object: string
  row: Row
  catalogue: Catalogue
  /** The round form at the end of a row. */
  round?: boolean
}

const dial = (number: string) => window.location.assign(`tel:${number.replace(/[^+\d]/g, '')}`)

/** Dials the first number that a record has. A masked one is shown to the telephone only, and the look is recorded. */
export function CallButton({ object, row, catalogue, round = false }: Props) {
  const { t } = useTexts()
  const can = useCan()
  const field = catalogue.fields.find((one) => one.type === 'phone' && !isEmpty(valueOf(row, one)))
  if (!field) return null
  const masked = isMasked(row, field)
  if (masked && !can(`${object}.reveal`)) return null
  const call = () =>
    masked
      ? http
          .post<{ value: string }>(`${apiPath(object)}/${row.id}/reveal`, { field: field.name })
          .then(({ value }) => dial(value), toastProblem)
      : dial(String(valueOf(row, field)))
  const name = t('record.callWho', { who: titleOf(row, catalogue) })
  return (
    <Button
      {...(round && { shape: 'circle' as const, className: 'call-round' })}
      icon={<PhoneOutlined />}
      aria-label={name}
      title={masked ? t('field.revealNote') : undefined}
      onClick={(event) => {
        event.stopPropagation()
        void call()
      }}
    >
      {!round && t('record.call')}
    </Button>
  )
}
