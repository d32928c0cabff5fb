import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { http, newKey, useAlone, type Duplicate, type Job, type Page } from '@/platform/http'
import { text } from '@/platform/i18n'
import { useJobs } from '@/platform/jobs'
import { showToast, toastProblem } from '@/platform/toast'

export interface Side {
  id: string
  label: string
  /** Where a contact works. */
  at: string | null
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
  /** When all of them were compared the last time. */
  searchedAt: string | null
  compared: number | null
}

/** Whose records are compared with each other. */
export type PairObject = 'customer' | 'contact'

const path = (object: PairObject) => `/duplicates/${object}/pairs`
const key = (object: PairObject) => ['list', object, 'pairs']

/** Customers or contacts that are probably one, the surest first. */
export function usePairs(object: PairObject) {
  const query = useInfiniteQuery({
    queryKey: key(object),
    queryFn: ({ pageParam, signal }) => http.get<PairPage>(path(object), { after: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next || undefined,
  })
  const [first] = query.data?.pages ?? []
  return { ...query, first, pairs: query.data?.pages.flatMap((page) => page.items) ?? [] }
}

/** Searching anew, and saying of a pair that it is none. */
export function usePairActs(object: PairObject) {
  const client = useQueryClient()
  const again = () => client.invalidateQueries({ queryKey: key(object) })
  const jobs = useJobs(() => void again())
  const { alone } = useAlone()
  const search = () =>
    alone(() => jobs.start(http.post<Job>(`${path(object)}/search`, undefined, { idempotencyKey: newKey() })))
  const together = (pair: Pair) =>
    http
      .delete(`${path(object)}/${pair.id}/apart`)
      .then(again)
      .catch(toastProblem)
  const apart = async (pair: Pair) => {
    try {
      await http.put(`${path(object)}/${pair.id}/apart`, {})
      showToast({
        kind: 'done',
        text: text(`pairs.keptApart.${object}`, { one: pair.one.label, other: pair.other.label }),
        act: { label: text('common.undo'), run: () => void together(pair) },
      })
      await again()
    } catch (error) {
      toastProblem(error)
    }
  }
  return { again, search, apart }
}
