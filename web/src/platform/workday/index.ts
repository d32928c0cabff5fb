import { keepPreviousData, useQuery } from '@tanstack/react-query'
import dayjs from 'dayjs'
import { http } from '../http'
import { useTexts } from '../i18n'

export interface DecidedDay {
  day: string
  works: boolean
  holiday: string | null
  name: string | null
  /** The firm decided it itself. */
  own: boolean
}

/** A year of the firm: on which days it works. */
export interface WorkYear {
  year: number
  version: number
  /** From 1, Monday, to 7. */
  weekdays: number[]
  chinese: boolean
  /** Whether China's official arrangement of the year is known. */
  arranged: boolean
  /** Those that are not what their weekday says. */
  days: DecidedDay[]
}

export interface WorkDay {
  day: string
  works: boolean
  decided?: DecidedDay
}

export const workKey = ['work-calendar']

/** The firm's days of a year; asked for only where one is given. */
export const useWorkYear = (year: number | undefined) =>
  useQuery({
    queryKey: [...workKey, year],
    queryFn: ({ signal }) => http.get<WorkYear>('/work-calendar', { year }, signal),
    enabled: year !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 600_000,
    refetchOnReconnect: false,
  })

/** Monday is 1, Sunday 7. */
export const weekdayOf = (day: dayjs.Dayjs) => day.day() || 7

/** What holds on a day of that year. */
export function workDay({ weekdays, days }: WorkYear, day: string): WorkDay {
  const decided = days.find((one) => one.day === day)
  return {
    day,
    works: decided?.works ?? weekdays.includes(weekdayOf(dayjs(day))),
    ...(decided && { decided }),
  }
}

/** Says why a day is not what its weekday says. */
export function useWhy() {
  const { t } = useTexts()
  return ({ decided }: WorkDay) => {
    if (!decided) return ''
    if (decided.own) return decided.name || t('workday.own')
    return decided.holiday ? t(`workday.holidays.${decided.holiday}` as 'workday.holidays.newYear') : ''
  }
}
