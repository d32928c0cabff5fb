import { useQueryClient } from '@tanstack/react-query'
import dayjs from 'dayjs'
import { http, type Choice, type Row } from '@/platform/http'
import { formatDay, type Locale } from '@/platform/i18n'
import { keys, useRefresh } from '@/platform/records'

export const statusOf = (row: Row) => (row.status as Choice | null)?.id ?? 'open'
export const isOpen = (row: Row) => statusOf(row) === 'open'

/** From the moment on at which the server says so. */
export const isOverdue = (row: Row, now = new Date()) =>
  isOpen(row) && typeof row.dueAt === 'string' && new Date(row.dueAt) < now

export const mayChange = (row: Row, may: boolean) => (row.can ? row.can.includes('update') : may)

/** "今天 15:30", "11-28": the day as its owner wrote it. */
export function dueText(row: Row, locale: Locale) {
  const day = typeof row.dueOn === 'string' ? formatDay(row.dueOn, locale) : ''
  const time = typeof row.dueTime === 'string' ? row.dueTime : ''
  return [day, time].filter(Boolean).join(' ')
}

/** What comes behind a task that is finished. */
export interface Coming {
  task: string | null
  dueOn: string | null
  end: 'over' | 'customerGone' | 'leadGone' | 'ownerGone' | null
}

export interface Finished {
  task: Row
  next: Coming
}

/** Key of the tasks that stand on the pages of other records; read again with the lists. */
export const blockKey = [...keys.list('task'), 'of']

/** Does something with the version that was seen and shows it wherever the task stands. */
export function useVerb() {
  const client = useQueryClient()
  const refresh = useRefresh()
  return async (row: Row, verb: 'done' | 'cancel' | 'reopen', body: object = {}) => {
    const became = await http.post<Finished>(`/tasks/${row.id}/${verb}`, body, { version: row.version })
    client.setQueryData(keys.record('task', row.id), became.task)
    await refresh('task', row.id)
    return became
  }
}

/** Tasks count their days in the firm's time zone, wherever one is. */
export const firmDay = (zone: string, now = new Date()) => dayjs(now).tz(zone).format('YYYY-MM-DD')

/** Days that tasks are often due on, from the day that it is for the firm. */
export function usualDays(day: string) {
  const today = dayjs(day)
  const monday = today.add((8 - today.day()) % 7 || 7, 'day')
  return [
    ['today', today],
    ['tomorrow', today.add(1, 'day')],
    ['monday', monday],
  ] as const
}
