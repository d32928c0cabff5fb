import { useQuery, useQueryClient } from '@tanstack/react-query'
import { http, type Choice, type Row } from '@/platform/http'
import { formatDay, type Locale } from '@/platform/i18n'
import { apiPath, keys, useRefresh } from '@/platform/records'

export const statusOf = (row: Row) => (row.status as Choice | null)?.id ?? 'open'
export const isOpen = (row: Row) => statusOf(row) === 'open'
export const isBroken = (row: Row) => statusOf(row) === 'broken'
/** It broke, perhaps was kept late, and nobody apologised yet. */
export const owesApology = (row: Row) => typeof row.apologyDueAt === 'string'

export const mayChange = (row: Row, may: boolean) => (row.can ? row.can.includes('update') : may)

/** "今天 15:30", "11-28": the day as its owner wrote it. */
export function dueText(row: Row, locale: Locale) {
  const day = typeof row.dueOn === 'string' ? formatDay(row.dueOn, locale) : ''
  const time = typeof row.dueTime === 'string' ? row.dueTime : ''
  return [day, time].filter(Boolean).join(' ')
}

export const toneOf = (row: Row) =>
  isBroken(row) || owesApology(row) ? 'is-broken' : isOpen(row) ? '' : 'is-closed'

export interface Block {
  open: Row[]
  broken: Row[]
  closed: Row[]
}

export type Whose = 'customer' | 'contact' | 'lead'

/** What was promised to a record; read again with the lists of promises. */
export const useBlock = (object: Whose, id: string) =>
  useQuery({
    queryKey: [...keys.list('promise'), 'of', object, id],
    queryFn: ({ signal }) => http.get<Block>(`${apiPath(object)}/${id}/promises`, undefined, signal),
  })

const madeAt = (row: Row) => String(row.createdAt ?? '')

/** The one that was made last, whatever became of it. */
export const lastOf = ({ open, broken, closed }: Block): Row | undefined =>
  [...open, ...broken, ...closed].sort((one, other) => madeAt(other).localeCompare(madeAt(one)))[0]

export type Verb = 'keep' | 'release' | 'postpone' | 'reopen' | 'strike' | 'apologize'

/** Does something with the version that was seen and shows it wherever the promise stands. */
export function useVerb() {
  const client = useQueryClient()
  const refresh = useRefresh()
  return async (row: Row, verb: Verb, body: object = {}) => {
    const answer = await http.post<Row | { promise: Row }>(`/promises/${row.id}/${verb}`, body, {
      version: row.version,
    })
    const became = 'promise' in answer ? (answer.promise as Row) : (answer as Row)
    client.setQueryData(keys.record('promise', row.id), became)
    await refresh('promise', row.id)
    return became
  }
}

export interface Numbers {
  kept: number
  broken: number
  late: number
  rate: number | null
}

export interface Score {
  days: number
  filters: Record<'kept' | 'broken' | 'late', string>
  people: { person: { id: string; label: string | null }; numbers: Numbers }[]
  firm: Numbers | null
  exact: boolean
}

/** What the list behind a number is filtered by. */
export const filterOf = (score: Score, name: keyof Score['filters'], person?: string) =>
  [person && `countsFor==${person}`, score.filters[name]].filter(Boolean).join(';')

/** Nothing was due: no rate, and certainly not a good one. */
export const rateText = ({ rate }: Numbers, none: string) =>
  rate === null ? none : `${(rate * 100).toFixed(rate === 1 ? 0 : 1)}%`
