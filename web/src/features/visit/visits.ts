import type { Choice, Ref, Row } from '@/platform/http'
import { formatDay, type Locale } from '@/platform/i18n'
import type { Kept } from '@/platform/outbox'
import { asRef, keys } from '@/platform/records'

export type Status = 'planned' | 'underWay' | 'done' | 'cancelled'

export const statusOf = (row: Row) => ((row.status as Choice | null)?.id ?? 'planned') as Status

const past = (moment: unknown, now: Date) => typeof moment === 'string' && new Date(moment) < now

/** The day is over and nobody checked in. */
export const isMissed = (row: Row, now = new Date()) =>
  statusOf(row) === 'planned' && past(row.missedFrom, now)

/** The time is over and nobody checked in yet, or somebody did too late. */
export const isLate = (row: Row, now = new Date()) =>
  typeof row.lateBy === 'number' ||
  (statusOf(row) === 'planned' && past(row.lateFrom, now) && !past(row.missedFrom, now))

export const mayChange = (row: Row, may: boolean) => (row.can ? row.can.includes('update') : may)

export const customerOf = (row: Row) => asRef((row.customer ?? null) as Ref | null)
export const ownerOf = (row: Row) => asRef((row.owner ?? null) as Ref | null)

/** "今天 13:30–14:30", "11-28". */
export function whenText(row: Row, locale: Locale) {
  const day = typeof row.plannedOn === 'string' ? formatDay(row.plannedOn, locale) : ''
  const times = [row.fromTime, row.toTime].filter((time) => typeof time === 'string').join('–')
  return [day, times].filter(Boolean).join(' ')
}

/** Key of the visits that stand on the pages of customers; read again with the lists. */
export const blockKey = [...keys.list('visit'), 'of']
export const formKey = (id: string) => ['visit-answers', id]
export const stayKey = (id: string) => ['visit-stay', id]

export interface Position {
  latitude: number
  longitude: number
  accuracy: number
}

/** What the telephone kept of a visit goes before what the server last said of it. */
export function standing(row: Row, kept: Kept[]): { status: Status; at: string | null } {
  const mine = kept.filter(({ about }) => about === row.id)
  const of = (kind: string) => mine.find((item) => item.kind === kind)
  const begun = of('visit.checkIn')
  const at = typeof row.checkedInAt === 'string' ? row.checkedInAt : null
  if (of('visit.checkOut')) return { status: 'done', at: at ?? momentOf(begun) }
  if (begun && statusOf(row) === 'planned') return { status: 'underWay', at: momentOf(begun) }
  return { status: statusOf(row), at }
}

const momentOf = (item: Kept | undefined) => (item ? (item.body as { at: string }).at : null)

/** How many minutes one came before or after the time that was planned. */
export function minutesOff(row: Row, at: string) {
  if (typeof row.startsAt !== 'string') return null
  return Math.round((Date.parse(at) - Date.parse(row.startsAt)) / 60_000)
}
