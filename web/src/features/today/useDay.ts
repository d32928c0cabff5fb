import { useQuery, useQueryClient } from '@tanstack/react-query'
import { http, type Row } from '@/platform/http'
import { formatDay, useTexts } from '@/platform/i18n'
import { apiPath, keys, useRefresh } from '@/platform/records'
import { showToast, toastProblem } from '@/platform/toast'
import { without, type Day, type Item, type Open, type Team } from './day'

/** Under the lists of customers, so that whatever reads these anew reads the day anew. */
const KEY = [...keys.list('customer'), 'today']
const PAGE = [...KEY, 'page']
const COUNT = [...KEY, 'count']

export const useDay = () =>
  useQuery({
    queryKey: PAGE,
    queryFn: ({ signal }) => http.get<Day>('/today', undefined, signal),
    staleTime: 0,
    refetchOnWindowFocus: true,
  })

/** What the menu tells; the number of the page itself where that is open. */
export const useOpen = () =>
  useQuery({
    queryKey: COUNT,
    queryFn: ({ signal }) => http.get<Open>('/today/count', undefined, signal),
    refetchInterval: 120_000,
    refetchOnWindowFocus: true,
  })

export const useTeam = () =>
  useQuery({
    queryKey: [...KEY, 'team'],
    queryFn: ({ signal }) => http.get<Team>('/today/team', undefined, signal),
    staleTime: 0,
  })

/** The field that says when it is to be done. */
const dates: Record<string, string> = { task: 'dueOn', visit: 'plannedOn' }
const dated = (item: Item) => dates[item.record.object] ?? 'nextFollowUp'

/** What is done about a row: it goes at once and comes back with the reason where the server refuses. */
export function useDayActs() {
  const { t, locale } = useTexts()
  const client = useQueryClient()
  const refresh = useRefresh()
  const show = (day: Day | undefined) => {
    if (!day) return
    client.setQueryData<Day>(PAGE, day)
    client.setQueryData<Open>(COUNT, day.open)
  }
  const gone = (item: Item) => {
    const day = client.getQueryData<Day>(PAGE)
    show(day && without(day, item))
  }
  /** Whatever the log itself reads anew, the day is among it. */
  const logged = (item: Item) => {
    gone(item)
    void client.invalidateQueries({ queryKey: KEY })
  }
  const away = async (item: Item, send: () => Promise<unknown>, text: string) => {
    await client.cancelQueries({ queryKey: PAGE })
    const before = client.getQueryData<Day>(PAGE)
    gone(item)
    const { object, id } = item.record
    try {
      await send()
      showToast({ kind: 'done', text, stays: 3000 })
    } catch (error) {
      show(before)
      toastProblem(error)
    }
    await refresh(object, id)
    await client.invalidateQueries({ queryKey: KEY })
  }
  const write = (item: Item, body: object, text: string) => {
    const { object, id, version } = item.record
    return away(item, () => http.patch<Row>(`${apiPath(object)}/${id}`, body, version), text)
  }
  const label = (item: Item) => item.record.label ?? ''
  return {
    logged,
    plan: (item: Item, day: string) =>
      write(
        item,
        { [dated(item)]: day },
        t('day.moved', { label: label(item), day: formatDay(day, locale) }),
      ),
    finish: (item: Item) => {
      const { id, version } = item.record
      const done = () => http.post(`/tasks/${id}/done`, {}, { version })
      return away(item, done, t('task.finished', { what: label(item) }))
    },
    answered: (item: Item) => write(item, { status: 'following' }, t('day.answered', { label: label(item) })),
  }
}
