import dayjs from 'dayjs'

/** Promises count their days in the firm's time zone, wherever one is. */
export const firmDay = (zone: string, now = new Date()) => dayjs(now).tz(zone).format('YYYY-MM-DD')

/** Days by which one often promises something, from the day that it is for the firm. */
export function usualDays(day: string) {
  const today = dayjs(day)
  const friday = today.add((12 - today.day()) % 7, 'day')
  return [
    ['today', today],
    ['tomorrow', today.add(1, 'day')],
    ['friday', friday],
  ] as const
}
