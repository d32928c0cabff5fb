import dayjs from 'dayjs'
import { dayOf } from '../i18n'

/** Days that are often chosen, from the day that it is for the person. */
export function nearDays(now = new Date()) {
  const today = dayjs(dayOf(now.toISOString()))
  const friday = today.add((5 - today.day() + 7) % 7, 'day')
  return [
    ['tomorrow', today.add(1, 'day')],
    ['friday', friday],
    ['twoWeeks', today.add(14, 'day')],
  ] as const
}
