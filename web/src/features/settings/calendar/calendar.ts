import dayjs from 'dayjs'
import { weekdayOf, workDay, type WorkDay, type WorkYear } from '@/platform/workday'

export interface Month {
  /** From 1. */
  number: number
  /** Empty places before the first. */
  before: number
  days: WorkDay[]
  worked: number
}

/** The twelve months of a year with what holds on each day. */
export function monthsOf(year: WorkYear): Month[] {
  return Array.from({ length: 12 }, (_, index) => {
    const first = dayjs(new Date(year.year, index, 1))
    const days = Array.from({ length: first.daysInMonth() }, (_, at) =>
      workDay(year, first.add(at, 'day').format('YYYY-MM-DD')),
    )
    return {
      number: index + 1,
      before: weekdayOf(first) - 1,
      days,
      worked: days.filter(({ works }) => works).length,
    }
  })
}

/** 周一 or Mon, in narrow letters 一 or M; from 1, Monday. */
export const weekdayName = (day: number, locale: string, weekday: 'short' | 'narrow') =>
  new Intl.DateTimeFormat(locale, { weekday }).format(new Date(2024, 0, day))

/** 一月 or January; from 1. */
export const monthName = (month: number, locale: string) =>
  new Intl.DateTimeFormat(locale, { month: 'long' }).format(new Date(2024, month - 1, 1))
