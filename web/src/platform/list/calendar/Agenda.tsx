import { PlusOutlined } from '@ant-design/icons'
import type { Row } from '../../http'
import { useTexts } from '../../i18n'
import { RecordLink } from '../RecordLink'
import type { List } from '../useList'

interface Props {
  list: List
  days: Map<string, Row[]>
  month: string
  today: string
  nameOf: (day: string) => string
  add?: ((day: string) => void) | undefined
}

/** The month on the phone: the days that hold something, and today. */
export function Agenda({ list, days, month, today, nameOf, add }: Props) {
  const { t } = useTexts()
  const shown = [...new Set([...days.keys(), today])].filter((day) => day.startsWith(month)).sort()
  return (
    <ol className="agenda">
      {shown.map((day) => (
        <li key={day}>
          <h2 className={day === today ? 'is-today' : undefined}>
            <span className="grow">
              {nameOf(day)}
              {day === today && ` · ${t('board.today')}`}
            </span>
            {add && (
              <button
                type="button"
                className="icon-button"
                aria-label={t('board.add', { where: nameOf(day) })}
                onClick={() => add(day)}
              >
                <PlusOutlined />
              </button>
            )}
          </h2>
          <ul>
            {(days.get(day) ?? []).map((row) => (
              <li key={row.id}>
                <RecordLink list={list} row={row} className="clip" />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
