import { useState } from 'react'
import { http, Problem, type Job, type Row } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { useJobs } from '@/platform/jobs'
import { apiPath } from '@/platform/records'
import { showToast, toastProblem } from '@/platform/toast'
import type { Way } from '@/platform/inputs'
import type { Taken } from './ClaimCell'
import { useAnew } from './pools'

/** Claims one record or many; what was taken by somebody else stays in the list with his name. */
export function useClaiming(object: string, pool: string) {
  const { t } = useTexts()
  const anew = useAnew(object)
  const [taken, setTaken] = useState<Record<string, Taken>>({})
  const jobs = useJobs(() => void anew())

  const lost = (id: string, error: unknown) => {
    const owner = error instanceof Problem && error.code === 'alreadyClaimed' ? error.body.owner : null
    const by = owner?.label
    if (by) setTaken((before) => ({ ...before, [id]: { by, at: new Date().toISOString() } }))
    toastProblem(error)
  }

  /** Answers whether it is one's own now. */
  const claim = async (row: Row, label: string) => {
    try {
      await http.post<Row>(`${apiPath(object)}/${row.id}/claim`)
      showToast({ kind: 'done', text: t('pool.claimed', { label }), stays: 4000 })
      return true
    } catch (error) {
      lost(row.id, error)
      return false
    } finally {
      await anew()
    }
  }

  const claimAll = (ids: string[]) =>
    jobs.start(http.post<Job>(`${apiPath(object)}/bulk`, { ids, pool, action: 'claim' }))

  const assignAll = (ids: string[], people: string[], by: Way) =>
    jobs.start(
      http.post<Job>(`${apiPath(object)}/bulk`, {
        ids,
        pool,
        action: 'assign',
        arguments: { owners: people, by },
      }),
    )
  return { taken, claim, claimAll, assignAll }
}
