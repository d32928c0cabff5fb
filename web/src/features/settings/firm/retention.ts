import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { http, type Job, type Ref } from '@/platform/http'

export interface Rule {
  version: number
  months: number | null
  binnedOnly: boolean
  active: boolean
  by: Ref | null
  since: string | null
  ranAt: string | null
}

export interface Hold {
  id: string
  reason: string
  at: string
  by: Ref
}

export interface Due {
  id: string
  label: string
  last: string
  until: string
  binned: boolean
  holds: Hold[]
}

interface DueList {
  items: Due[]
  next: string | null
  count: number
  /** How many of them nobody holds. */
  free: number
  exact: boolean
}

const ruleKey = ['retention']
const dueKey = ['retention-due']

function useFresh() {
  const client = useQueryClient()
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ruleKey }),
      client.invalidateQueries({ queryKey: dueKey }),
    ])
}

/** How long people are kept. */
export function useRule() {
  const fresh = useFresh()
  const query = useQuery({
    queryKey: ruleKey,
    queryFn: ({ signal }) => http.get<Rule>('/privacy/retention', undefined, signal),
  })
  const change = async (draft: Partial<Rule>, version: number) => {
    await http.patch<Rule>('/privacy/retention', draft, version)
    await fresh()
  }
  return { query, change }
}

/** Who is over it. */
export function useDue() {
  const fresh = useFresh()
  const query = useInfiniteQuery({
    queryKey: dueKey,
    queryFn: ({ pageParam }) => http.get<DueList>('/privacy/contact/due', { after: pageParam || undefined }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next || undefined,
  })
  const hold = async (contact: string, reason: string) => {
    await http.post(`/privacy/contact/${contact}/holds`, { reason })
    await fresh()
  }
  const release = async (contact: string, id: string) => {
    await http.delete(`/privacy/contact/${contact}/holds/${id}`)
    await fresh()
  }
  const erase = () => http.post<Job>('/privacy/contact/due/erasure')
  return { query, fresh, hold, release, erase }
}
