import { PlusOutlined } from '@ant-design/icons'
import { useDroppable } from '@dnd-kit/core'
import type { Row } from '../../http'
import { formatNumber, useTexts } from '../../i18n'
import { useMovable } from '../moving/useMovable'
import type { Moves } from '../moving/useMoves'
import { RecordLink } from '../RecordLink'
import type { List } from '../useList'

const SHOWN = 3

interface ItemProps {
  list: List
  row: Row
  moves: Moves
}

function Item({ list, row, moves }: ItemProps) {
  const off = !!moves.off
  const { node, grip, isHeld } = useMovable(row.id, { off, busy: moves.isBusy(row.id) })
  const state = `${isHeld ? ' is-held' : ''}${row.id === list.peek ? ' is-open' : ''}${off ? '' : ' can-move'}`
  return (
    <li className={`day-item${state}`} {...node}>
      <RecordLink list={list} row={row} className="clip" {...(grip && { grip })} />
    </li>
  )
}

export interface DayProps {
  list: List
  day: string
  name: string
  rows: Row[]
  today: string
  month: string
  /** Not all of its records may have been read. */
  atLeast: boolean
  moves: Moves
  add?: ((day: string) => void) | undefined
  open: (day: string) => void
}

/** One day of the month: its first records, the way to the rest, and to a new one. */
export function Day({ list, day, name, rows, today, month, atLeast, moves, add, open }: DayProps) {
  const { t } = useTexts()
  const { setNodeRef, isOver } = useDroppable({ id: day })
  const state = [
    'day',
    day === today && 'is-today',
    !day.startsWith(month) && 'is-aside',
    isOver && 'is-over',
  ]
  const rest = rows.length - SHOWN
  const told = (n: number) => formatNumber(n) + (atLeast ? '+' : '')
  return (
    <td ref={setNodeRef} className={state.filter(Boolean).join(' ')} onDoubleClick={() => add?.(day)}>
      <div className="day-head">
        <time dateTime={day} className="num" aria-current={day === today ? 'date' : undefined}>
          <span aria-hidden>{Number(day.slice(8))}</span>
          <span className="sr">{name}</span>
        </time>
        {add && (
          <button
            type="button"
            className="icon-button day-add"
            aria-label={t('board.add', { where: name })}
            onClick={() => add(day)}
          >
            <PlusOutlined />
          </button>
        )}
      </div>
      <ul>
        {rows.slice(0, SHOWN).map((row) => (
          <Item key={row.id} list={list} row={row} moves={moves} />
        ))}
      </ul>
      {rest > 0 && (
        <button
          type="button"
          className="link day-more"
          title={t('board.moreOf', { day: name, n: told(rows.length) })}
          onClick={() => open(day)}
        >
          {t('board.more', { n: told(rest) })}
        </button>
      )}
    </td>
  )
}
