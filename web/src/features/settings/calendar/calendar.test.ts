import { describe, expect, it } from 'vitest'
import type { WorkYear } from '@/platform/workday'
import { monthName, monthsOf, weekdayName } from './calendar'

const calendar: WorkYear = {
  year: 2026,
  version: 0,
  weekdays: [1, 2, 3, 4, 5],
  chinese: true,
  arranged: true,
  days: [
    { day: '2026-02-14', works: true, holiday: 'springFestival', name: null, own: false },
    { day: '2026-02-16', works: false, holiday: 'springFestival', name: null, own: false },
  ],
}

describe('the months of a year', () => {
  const february = monthsOf(calendar)[1]!

  it('begin on Mondays', () => {
    expect(monthsOf(calendar)).toHaveLength(12)
    expect(february.before).toBe(6)
    expect(monthsOf(calendar)[5]!.before).toBe(0)
    expect(february.days).toHaveLength(28)
  })

  it('work on the days of the week unless something was decided', () => {
    const works = (day: string) => february.days.find((one) => one.day === day)?.works
    expect(works('2026-02-13')).toBe(true)
    expect(works('2026-02-14')).toBe(true)
    expect(works('2026-02-15')).toBe(false)
    expect(works('2026-02-16')).toBe(false)
    expect(february.worked).toBe(20)
  })
})

describe('names', () => {
  it('are those of the language', () => {
    expect(weekdayName(1, 'zh', 'short')).toBe('周一')
    expect(weekdayName(7, 'zh', 'narrow')).toBe('日')
    expect(monthName(12, 'zh')).toBe('十二月')
    expect(monthName(2, 'en')).toBe('February')
  })
})
