import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Job } from '../http'
import { toastProblem } from '../toast'
import { openJobs, stopJob, undoJob, watchJob, type Shown } from './jobs'

/** Starts, stops and takes back jobs and follows them in a toast. */
export function useJobs(after: (job: Job) => void) {
  const client = useQueryClient()
  const watch = { client, after }
  const start = (work: Promise<Job>) => work.then((job) => watchJob(job, watch), toastProblem)
  const undo = ({ id }: Pick<Job, 'id'>) => undoJob(id, watch)
  const stop = ({ id }: Shown) =>
    stopJob(id).then(() => client.invalidateQueries({ queryKey: ['jobs'] }), toastProblem)
  return { start, undo, stop }
}

export type Jobs = ReturnType<typeof useJobs>

/** Follows again what was still running when the page was left; whatever it changed is then read anew. */
export function useOpenJobs() {
  const client = useQueryClient()
  useEffect(() => {
    const watch = { client, after: () => void client.invalidateQueries() }
    openJobs().then(
      (jobs) => jobs.forEach((job) => void watchJob(job, watch)),
      () => undefined,
    )
  }, [client])
}
