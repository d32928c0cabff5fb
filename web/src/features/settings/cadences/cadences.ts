import { useQuery, useQueryClient } from '@tanstack/react-query'
import { http, type Ref } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { openJobs, watchJob } from '@/platform/jobs'
import { useRefresh } from '@/platform/records'
import { showToast, toastProblem } from '@/platform/toast'

export const units = ['day', 'week', 'month'] as const
export type Unit = (typeof units)[number]

/** A rhythm as the server shows it. */
export interface Cadence {
  id: string
  version: number
  name: string
  condition: string
  every: number
  unit: Unit
  kind: string
  person: Ref | null
  restarts: boolean
  leadDays: number
  subject: string
  goal: string | null
  active: boolean
  since: string
}

/** The same as the form holds it. */
export interface Typed {
  name: string
  condition: string
  every: number
  unit: Unit
  kind: string
  doer: 'owner' | 'person'
  person: Ref | null
  restarts: boolean
  leadDays: number | null
  subject: string
  goal: string
  active: boolean
}

export interface Trial {
  days: number
  customers: number
  tasks: number
  people: { id: string; label: string; customers: number; tasks: number }[]
}

export function typed(row: Cadence | null, kind = ''): Typed {
  return {
    name: row?.name ?? '',
    condition: row?.condition ?? '',
    every: row?.every ?? 3,
    unit: row?.unit ?? 'month',
    kind: row?.kind ?? kind,
    doer: row?.person ? 'person' : 'owner',
    person: row?.person ?? null,
    restarts: row?.restarts ?? true,
    leadDays: row?.leadDays ?? 7,
    subject: row?.subject ?? '',
    goal: row?.goal ?? '',
    active: row?.active ?? true,
  }
}

/** What the server wants written. */
export const bodyOf = ({ doer, person, leadDays, condition, subject, goal, ...plain }: Typed) => ({
  ...plain,
  condition: condition || null,
  person: doer === 'person' ? (person?.id ?? '') : null,
  leadDays: leadDays ?? 0,
  subject: subject.trim() || null,
  goal: goal.trim() || null,
})

const key = ['cadences']

export const useCadences = () =>
  useQuery({
    queryKey: key,
    queryFn: ({ signal }) => http.get<{ items: Cadence[] }>('/cadences', undefined, signal),
    select: (all) => all.items,
  })

/** Reads again what a changed rhythm moves, once its job has walked over all customers. */
export function usePlannedAnew() {
  const client = useQueryClient()
  const refresh = useRefresh()
  const walked = async () => {
    const walking = (await openJobs()).find(({ kind }) => kind === 'cadenceWalk')
    if (walking) await watchJob(walking, { client, after: () => undefined })
    await refresh('task')
  }
  return async () => {
    void walked().catch(toastProblem)
    await client.invalidateQueries({ queryKey: key })
  }
}

export function useSaveCadence(row: Cadence | null, done: () => void) {
  const { t } = useTexts()
  const plannedAnew = usePlannedAnew()
  return async (values: Typed) => {
    const body = bodyOf(values)
    await (row ? http.put(`/cadences/${row.id}`, body, row.version) : http.post('/cadences', body))
    showToast({ kind: 'done', text: t('cadence.planning'), stays: 3000 })
    await plannedAnew()
    done()
  }
}

export const tryCadence = (values: Typed, id: string | undefined) =>
  http.post<Trial>('/cadences/trial', { cadence: bodyOf(values), ...(id && { id }) })
