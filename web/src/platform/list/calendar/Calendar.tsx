import { CalendarOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect } from 'react'
import { create } from '../../form/creating'
import type { Field, Row } from '../../http'
import { dayOf, formatMonth, useTexts, type Locale } from '../../i18n'
import { pathOf, titleOf, valueOf } from '../../records'
import { useCan } from '../../session'
import { usePhone } from '../../theme/theme'
import { Empty, Trouble } from '../../ui'
import type { BoardProps } from '../Board'
import { BoardHead } from '../BoardHead'
import { dayFieldOf, dayFields } from '../layoutFields'
import { Moving } from '../moving/Moving'
import { useMoves } from '../moving/useMoves'
import { RecordLink } from '../RecordLink'
import type { List } from '../useList'
import { Agenda } from './Agenda'
import { Day } from './Day'
import { dayOfValue, shiftMonth, valueOn } from './months'
import { onlyDay, useMonth } from './useMonth'
import './calendar.css'

const tags: Record<Locale, string> = { zh: 'zh-CN', en: 'en-GB' }
const say = (day: string, locale: Locale, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(tags[locale], { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))

function Walk({ list, month, now }: { list: List; month: string; now: string }) {
  const { t, locale } = useTexts()
  const go = (to: string) => list.change({ month: to === now ? '' : to })
  return (
    <>
      <h2 className="month-name" aria-live="polite">
        {formatMonth(month, locale)}
      </h2>
      <span className="month-walk">
        <Button
          size="small"
          icon={<LeftOutlined />}
          aria-label={t('board.lastMonth')}
          onClick={() => go(shiftMonth(month, -1))}
        />
        <Button size="small" disabled={month === now} onClick={() => go(now)}>
          {t('board.today')}
        </Button>
        <Button
          size="small"
          icon={<RightOutlined />}
          aria-label={t('board.nextMonth')}
          onClick={() => go(shiftMonth(month, 1))}
        />
      </span>
    </>
  )
}

/** Days are places; only those of a field that may be written take something. */
function useDays(list: List, field: Field, month: string) {
  const can = useCan()
  const { locale } = useTexts()
  const found = useMonth(list, field, month)
  const nameOf = (day: string) => `${day.slice(5)} ${say(day, locale, { weekday: 'short' })}`
  const moves = useMoves(list, field, (value) => (value ? nameOf(dayOfValue(value, field)) : ''))
  const add = (day: string) =>
    create({ object: list.object, given: { [pathOf(field)]: valueOn(day, field, null) } })
  return {
    ...found,
    moves,
    nameOf,
    add: can(`${list.object}.create`) && !moves.off ? add : undefined,
    find: (id: string) => found.rows.find((row) => row.id === id),
    open: (day: string) =>
      list.change({ layout: 'table', month: '', filter: onlyDay(list.state.filter, field, day) }),
  }
}

interface MonthProps {
  list: List
  field: Field
  found: ReturnType<typeof useDays>
  month: string
  today: string
}

function Month({ list, field, found, month, today }: MonthProps) {
  const { locale } = useTexts()
  const { weeks, days, find, moves, nameOf, add, open, query, isCut, readTo } = found
  const dayAt = (id: string) => find(id) && dayOfValue(valueOf(find(id)!, field), field)
  const places = weeks.flat().map((day) => ({ id: day, name: nameOf(day), refusal: '' }))
  const move = (row: Row, day: string) => moves.move(row, valueOn(day, field, valueOf(row, field)))
  return (
    <Moving
      places={places}
      nameOf={(id) => titleOf(find(id) ?? ({ id } as Row), list.catalogue)}
      placeOf={dayAt}
      move={(id, day) => move(find(id)!, day)}
      shown={(id) => (
        <div className="day-item">
          {find(id) && <RecordLink list={list} row={find(id)!} className="clip" />}
        </div>
      )}
    >
      <table className="calendar-month" aria-busy={query.isPending}>
        <thead>
          <tr>
            {weeks[0]!.map((day) => (
              <th key={day} scope="col">
                {say(day, locale, { weekday: 'short' })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <Day
                  key={day}
                  {...{ list, day, today, month, moves, add, open }}
                  name={nameOf(day)}
                  rows={days.get(day) ?? []}
                  atLeast={isCut && (!readTo || readTo === day)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Moving>
  )
}

function CalendarOver({ list, tell, field }: BoardProps & { field: Field }) {
  const { t, of } = useTexts()
  const phone = usePhone()
  const today = dayOf(new Date().toISOString())
  const now = today.slice(0, 7)
  const month = list.state.month || now
  const found = useDays(list, field, month)
  const { query, moves, rows, isCut, readTo, nameOf } = found
  const holdsAny = [...found.days.keys()].some((day) => day.startsWith(month))
  const seen = rows.map(({ id }) => id).join()
  useEffect(() => tell(seen ? seen.split(',') : []), [tell, seen])
  return (
    <>
      <BoardHead
        text={t('board.over', { what: of(field.label) })}
        label={t('board.overWhat')}
        fields={dayFields(list.catalogue)}
        chosen={field}
        choose={(over) => list.change({ over })}
        off={moves.off}
      >
        <Walk list={list} month={month} now={now} />
      </BoardHead>
      {query.isSuccess && !holdsAny && (
        <p className="board-note month-cut" role="status">
          {t('board.emptyMonth', { what: of(field.label) })}
        </p>
      )}
      {isCut && (
        <p className="board-note month-cut" role="status">
          {readTo ? t('board.cutAt', { day: nameOf(readTo) }) : t('board.cut')}
        </p>
      )}
      {query.error && (
        <Trouble
          title={t('common.notDone', { what: of(list.catalogue.label) })}
          error={query.error}
          again={() => void query.refetch()}
        />
      )}
      {phone ? (
        <Agenda {...{ list, month, today, nameOf }} days={found.days} add={found.add} />
      ) : (
        <Month {...{ list, field, found, month, today }} />
      )}
      {moves.dialog}
    </>
  )
}

/** The list by the days of a month; a record that changes its day changes that date. */
export default function Calendar(props: BoardProps) {
  const { t } = useTexts()
  const field = dayFieldOf(props.list.catalogue, props.list.state.over)
  if (!field)
    return <Empty icon={<CalendarOutlined />} title={t('board.noDay')} hint={t('board.noDayHint')} />
  return <CalendarOver key={pathOf(field)} {...props} field={field} />
}
