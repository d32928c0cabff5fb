import { expect, it } from 'vitest'
import { timing, usualDays, type Pursuit } from './pursuit'

const pursuit: Pursuit = {
  since: '2026-11-01T00:00:00Z',
  touches: 2,
  lastAt: '2026-11-10T04:00:00Z',
  daysSince: 14,
  usualFrom: 4,
  usualTo: 11,
  spacingFrom: 14,
  spacingTo: 21,
  pretexts: [],
}

it('says whether it is time for the next one', () => {
  expect(timing(pursuit)).toBe('due')
  expect(timing({ ...pursuit, daysSince: 21 })).toBe('due')
  expect(timing({ ...pursuit, daysSince: 13 })).toBe('early')
  expect(timing({ ...pursuit, daysSince: 22 })).toBe('late')
  expect(timing({ ...pursuit, daysSince: null })).toBeNull()
})

it('says on which days the next one is usual', () => {
  const days = usualDays(pursuit)
  expect(days?.from.format('MM-DD')).toBe('11-24')
  expect(days?.to.format('MM-DD')).toBe('12-01')
  expect(usualDays({ ...pursuit, lastAt: null })).toBeNull()
})
