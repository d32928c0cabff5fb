import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { http, type Count, type Page, type Row } from '@/platform/http'
import { apiPath, keys, PAGE } from '@/platform/records'
import type { Pooled } from './pooled'

export interface Limits {
  perDay: number | null
  held: number | null
  ofGrade: Record<string, number>
  /** Days. */
  coolOff: number | null
  /** Hours. */
  closed: number | null
}

/** A pool that one takes from. */
export interface Pool {
  id: string
  name: string
  standard: boolean
  everyone: boolean
  waiting: number
  exact: boolean
  arrived: number
  /** What it shows of a record before claiming. */
  fields: string[]
  /** One sees all fields all the same. */
  whole: boolean
  /** By oneself, today. */
  claimed: number
  limits: Limits
}

export interface Mine {
  items: Pool[]
  held: number
  heldOfGrade: Record<string, number>
}

/** The pools that one takes from, and what is left of their limits. */
export const useMine = (object: Pooled) =>
  useQuery({
    queryKey: ['list', object, 'pools'],
    queryFn: ({ signal }) => http.get<Mine>(`/my-pools/${object}`, undefined, signal),
  })

export interface Search {
  filter: string
  q: string
  sort: string
}

export const useWaiting = (object: string, pool: string, search: Search) =>
  useInfiniteQuery({
    queryKey: [...keys.list(object), 'pool', pool, search],
    queryFn: ({ pageParam, signal }) =>
      http.get<Page<Row>>(apiPath(object), { pool, limit: PAGE, ...search, after: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next || undefined,
    placeholderData: keepPreviousData,
  })

export const useWaitingCount = (object: string, pool: string, { filter, q }: Search) =>
  useQuery({
    queryKey: [...keys.list(object), 'pool', pool, 'count', { filter, q }],
    queryFn: ({ signal }) => http.get<Count>(`${apiPath(object)}/count`, { pool, filter, q }, signal),
    placeholderData: keepPreviousData,
  })

/** A record as it waits in the pool. */
export const useWaitingRow = (object: string, pool: string, id: string) =>
  useQuery({
    queryKey: ['record', object, id, 'pool', pool],
    queryFn: ({ signal }) => http.get<Row>(`${apiPath(object)}/${id}`, { pool }, signal),
    retry: false,
  })

/** After a claim everything about such records is read anew, the pools among it. */
export function useAnew(object: string) {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: keys.list(object) })
}
