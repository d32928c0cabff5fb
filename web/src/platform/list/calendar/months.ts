import type { Group } from '../../filter'
import type { Field, Row, Value } from '../../http'
import { dayOf, momentAt, timeOf } from '../../i18n'
import { pathOf, valueOf } from '../../records'

const DAY = 86_400_000
const dateOf = (day: string) => new Date(`${day}T00:00:00Z`)
const print = (date: Date) => date.toISOString().slice(0, 10)

/** "2026-12-31" and one day is "2027-01-01". */
export const shiftDay = (day: string, by: number) => print(new Date(dateOf(day).getTime() + by * DAY))

/** "2026-12" and one month is "2027-01". */
export function shiftMonth(month: string, by: number) {
  const date = dateOf(`${month}-01`)
  date.setUTCMonth(date.getUTCMonth() + by)
  return print(date).slice(0, 7)
}

/** The weeks that a month touches, from Monday to Sunday. */
export function weeksOf(month: string): string[][] {
  const first = `${month}-01`
  const monday = shiftDay(first, -((dateOf(first).getUTCDay() + 6) % 7))
  const next = `${shiftMonth(month, 1)}-01`
  const weeks: string[][] = []
  for (let start = monday; start < next; start = shiftDay(start, 7))
    weeks.push(Array.from({ length: 7 }, (_, index) => shiftDay(start, index)))
  return weeks
}

/** The day of a value; moments in the person's time zone. */
export const dayOfValue = (value: Value, field: Field) =>
  field.type === 'dateTime' ? dayOf(String(value)) : String(value).slice(0, 10)

/** The records of each day, in the order in which they were read. */
export function byDay(rows: Row[], field: Field): Map<string, Row[]> {
  const days = new Map<string, Row[]>()
  for (const row of rows) {
    const value = valueOf(row, field)
    if (!value) continue
    const day = dayOfValue(value, field)
    days.set(day, [...(days.get(day) ?? []), row])
  }
  return days
}

/** The condition for the days from one to another, both included; moments by the person's clock, as they are shown. */
export function duringDays(field: Field, from: string, to: string): Group {
  const path = pathOf(field)
  const moment = field.type === 'dateTime'
  const begin = moment ? momentAt(from, '00:00') : from
  const end = moment ? momentAt(shiftDay(to, 1), '00:00') : to
  const items = [
    { field: path, op: '=ge=' as const, values: [begin] },
    { field: path, op: moment ? ('=lt=' as const) : ('=le=' as const), values: [end] },
  ]
  return { all: true, items }
}

const MORNING = '09:00'

/** What a record gets that comes to a day: a moment keeps its time, a new one begins in the morning. */
export function valueOn(day: string, field: Field, now: Value): string {
  if (field.type === 'date') return day
  if (!now) return momentAt(day, MORNING)
  const belowTheMinute = Date.parse(String(now)) % 60_000
  return new Date(Date.parse(momentAt(day, timeOf(String(now)))) + belowTheMinute).toISOString()
}
