import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { http, type Count, type Page, type Row } from '@/platform/http'
import { keys, PAGE } from '@/platform/records'

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
  /** What it shows of a customer before claiming. */
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

const MINE = ['list', 'customer', 'pools']

/** The pools that one takes from, and what is left of their limits. */
export const useMine = () =>
  useQuery({
    queryKey: MINE,
    queryFn: ({ signal }) => http.get<Mine>('/my-pools/customer', undefined, signal),
  })

export interface Search {
  filter: string
  q: string
  sort: string
}

export const useWaiting = (pool: string, search: Search) =>
  useInfiniteQuery({
    queryKey: [...keys.list('customer'), 'pool', pool, search],
    queryFn: ({ pageParam, signal }) =>
      http.get<Page<Row>>('/customers', { pool, limit: PAGE, ...search, after: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next || undefined,
    placeholderData: keepPreviousData,
  })

export const useWaitingCount = (pool: string, { filter, q }: Search) =>
  useQuery({
    queryKey: [...keys.list('customer'), 'pool', pool, 'count', { filter, q }],
    queryFn: ({ signal }) => http.get<Count>('/customers/count', { pool, filter, q }, signal),
    placeholderData: keepPreviousData,
  })

/** A customer as it waits in the pool. */
export const useWaitingRow = (pool: string, id: string) =>
  useQuery({
    queryKey: ['record', 'customer', id, 'pool', pool],
    queryFn: ({ signal }) => http.get<Row>(`/customers/${id}`, { pool }, signal),
    retry: false,
  })

/** After a claim everything about customers is read anew, the pools among it. */
export function useAnew() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: keys.list('customer') })
}
