import type { Row } from '@/platform/http'
import type { Mine, Pool } from './pools'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Why a record cannot be claimed now; the numbers of the sentence. */
export interface Bar {
  why: 'coolOff' | 'closed' | 'perDay' | 'held' | 'heldOfGrade'
  n: number
  minutes?: number
  grade?: string
}

const idOf = (value: unknown) => (value && typeof value === 'object' && 'id' in value ? value.id : null)
const labelOf = (value: unknown) =>
  value && typeof value === 'object' && 'label' in value ? String(value.label) : ''

/** What rests because somebody had it before. */
function resting(row: Row, { limits }: Pool, me: string, now: number): Bar | null {
  const former = idOf(row.formerOwner)
  if (!former || !row.pooledAt) return null
  const passed = now - Date.parse(row.pooledAt as string)
  if (limits.coolOff && former === me && passed < limits.coolOff * DAY)
    return { why: 'coolOff', n: Math.ceil(limits.coolOff - passed / DAY) }
  if (!limits.closed || passed >= limits.closed * HOUR) return null
  const minutes = Math.ceil((limits.closed * HOUR - passed) / 60_000)
  return { why: 'closed', n: Math.floor(minutes / 60), minutes: minutes % 60 }
}

/** The same decision as the server's, so that no button stands there which it would refuse. */
export function barred(row: Row, pool: Pool, mine: Mine, me: string, now: number): Bar | null {
  const { limits } = pool
  if (limits.perDay !== null && pool.claimed >= limits.perDay) return { why: 'perDay', n: limits.perDay }
  const rests = resting(row, pool, me, now)
  if (rests) return rests
  if (limits.held !== null && mine.held >= limits.held) return { why: 'held', n: limits.held }
  const grade = String(idOf(row.grade) ?? '')
  const most = limits.ofGrade[grade]
  if (!grade || most === undefined || (mine.heldOfGrade[grade] ?? 0) < most) return null
  return { why: 'heldOfGrade', n: most, grade: labelOf(row.grade) }
}

/** How many more one can claim out of this pool today; null for as many as one likes. */
export function left({ limits, claimed }: Pool, { held }: Mine): number | null {
  const rooms = [
    ...(limits.perDay === null ? [] : [limits.perDay - claimed]),
    ...(limits.held === null ? [] : [limits.held - held]),
  ]
  return rooms.length ? Math.max(0, Math.min(...rooms)) : null
}
