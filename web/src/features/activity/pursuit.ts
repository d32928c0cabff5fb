import { useQuery } from '@tanstack/react-query'
import dayjs from 'dayjs'
import { http } from '@/platform/http'
import { apiPath } from '@/platform/records'
import { useCan } from '@/platform/session'

/** With whom it was done: what the activity names, and what keeps how often that was. */
export interface DoneWith {
  object: 'customer' | 'lead'
  id: string
}

/** How far a pursuit is, beside what the firm holds usual. */
export interface Pursuit {
  since: string
  touches: number
  lastAt: string | null
  daysSince: number | null
  usualFrom: number
  usualTo: number
  spacingFrom: number
  spacingTo: number
  pretexts: string[]
}

export const pursuitKey = ({ object, id }: DoneWith) => ['pursuit', object, id]

/** Key of what rhythms bring to a customer. */
export const rhythmKey = (customer: string) => ['rhythms of', customer]

/** Told to whoever may read how often it was dealt with; for others there is none. */
export function usePursuit(end: DoneWith) {
  const may = useCan()('activity.read')
  return useQuery({
    queryKey: pursuitKey(end),
    queryFn: ({ signal }) => http.get<Pursuit>(`${apiPath(end.object)}/${end.id}/pursuit`, undefined, signal),
    enabled: may,
    retry: false,
  })
}

/** Whether it is early for the next one, time for it, or late; null before the first. */
export function timing({ daysSince, spacingFrom, spacingTo }: Pursuit): 'early' | 'due' | 'late' | null {
  if (daysSince === null) return null
  if (daysSince < spacingFrom) return 'early'
  return daysSince > spacingTo ? 'late' : 'due'
}

/** From when to when the next one is usual, as days of the calendar; null before the first. */
export function usualDays({ lastAt, spacingFrom, spacingTo }: Pursuit) {
  if (!lastAt) return null
  const last = dayjs(lastAt)
  return { from: last.add(spacingFrom, 'day'), to: last.add(spacingTo, 'day') }
}
