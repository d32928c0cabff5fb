import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { http, newKey, useAlone, type Duplicate, type Job, type Page } from '@/platform/http'
import { text } from '@/platform/i18n'
import { useJobs } from '@/platform/jobs'
import { showToast, toastProblem } from '@/platform/toast'

export interface Side {
  id: string
  label: string
  owner: string | null
}

export interface Pair {
  id: string
  one: Side
  other: Side
  by: Duplicate['by']
  certainty: 'likely' | 'maybe'
}

interface PairPage extends Page<Pair> {
  count: number
  /** When all customers were compared the last time. */
  searchedAt: string | null
  compared: number | null
}

const path = '/duplicates/customer/pairs'
const key = ['list', 'customer', 'pairs']

/** Customers that are probably one, the surest first. */
export function usePairs(enabled = true) {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => http.get<PairPage>(path, { after: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next || undefined,
    enabled,
  })
  const [first] = query.data?.pages ?? []
  return { ...query, first, pairs: query.data?.pages.flatMap((page) => page.items) ?? [] }
}

/** Searching anew, and saying of a pair that it is none. */
export function usePairActs() {
  const client = useQueryClient()
  const again = () => client.invalidateQueries({ queryKey: key })
  const jobs = useJobs(() => void again())
  const { alone } = useAlone()
  const search = () =>
    alone(() => jobs.start(http.post<Job>(`${path}/search`, undefined, { idempotencyKey: newKey() })))
  const together = (pair: Pair) => http.delete(`${path}/${pair.id}/apart`).then(again).catch(toastProblem)
  const apart = async (pair: Pair) => {
    try {
      await http.put(`${path}/${pair.id}/apart`, {})
      showToast({
        kind: 'done',
        text: text('pairs.keptApart', { one: pair.one.label, other: pair.other.label }),
        act: { label: text('common.undo'), run: () => void together(pair) },
      })
      await again()
    } catch (error) {
      toastProblem(error)
    }
  }
  return { again, search, apart }
}
