import { expect, it } from 'vitest'
import { daysLeft } from './countdown'

it('counts whole days after today, none on the last day', () => {
  expect(daysLeft('2026-12-11', '2026-12-07')).toBe(3)
  expect(daysLeft('2026-12-11', '2026-12-10')).toBe(0)
  expect(daysLeft('2026-12-11', '2026-12-11')).toBe(-1)
  expect(daysLeft('2027-01-02', '2026-12-31')).toBe(1)
})
