import { describe, expect, it } from 'vitest'
import type { Row } from '@/platform/http'
import { barred, left } from './claimable'
import type { Mine, Pool } from './pools'

const now = Date.parse('2026-11-23T10:00:00Z')
const none = { perDay: null, held: null, ofGrade: {}, coolOff: null, closed: null }
const pool = (limits: Partial<Pool['limits']>, claimed = 0) =>
  ({ id: 'p', claimed, limits: { ...none, ...limits } }) as Pool
const mine = (held = 0, heldOfGrade = {}): Mine => ({ items: [], held, heldOfGrade })
const row = (more: object) => ({ id: 'c', version: 1, createdAt: '', ...more }) as Row
const back = row({ formerOwner: { id: 'me', label: '我' }, pooledAt: '2026-11-23T08:18:00Z' })

describe('what stands in the way of a claim', () => {
  it('is nothing where nothing is limited', () => {
    expect(barred(back, pool({}), mine(), 'me', now)).toBeNull()
    expect(left(pool({}), mine())).toBeNull()
  })

  it('is the time that must pass first, for its former owner and for all', () => {
    expect(barred(back, pool({ coolOff: 5, closed: 4 }), mine(), 'me', now)).toEqual({ why: 'coolOff', n: 5 })
    const closed = { why: 'closed', n: 2, minutes: 18 }
    expect(barred(back, pool({ coolOff: 5, closed: 4 }), mine(), 'other', now)).toEqual(closed)
    expect(barred(back, pool({ closed: 1 }), mine(), 'other', now)).toBeNull()
    expect(
      barred(row({ pooledAt: '2026-11-23T09:59:00Z' }), pool({ closed: 4 }), mine(), 'me', now),
    ).toBeNull()
  })

  it('is what one claimed today and what one holds', () => {
    expect(barred(row({}), pool({ perDay: 3 }, 3), mine(), 'me', now)).toEqual({ why: 'perDay', n: 3 })
    expect(barred(row({}), pool({ held: 2 }), mine(2), 'me', now)).toEqual({ why: 'held', n: 2 })
    const high = row({ grade: { id: 'high', label: '高级' } })
    const full = { why: 'heldOfGrade', n: 1, grade: '高级' }
    expect(barred(high, pool({ ofGrade: { high: 1 } }), mine(1, { high: 1 }), 'me', now)).toEqual(full)
    expect(barred(row({}), pool({ ofGrade: { high: 1 } }), mine(1, { high: 1 }), 'me', now)).toBeNull()
    expect(left(pool({ perDay: 10, held: 120 }, 7), mine(119))).toBe(1)
  })
})
