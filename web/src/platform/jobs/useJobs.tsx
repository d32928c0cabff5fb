import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import type { Job } from '../http'
import { toastProblem } from '../toast'
import { stopJob, undoJob, watchJob, type Shown } from './jobs'

const JobRows = lazy(() => import('./JobRows').then((rows) => ({ default: rows.JobRows })))

/** Starts, stops and takes back jobs, follows them in a toast and shows refused rows; `dialog` belongs somewhere on the page. */
export function useJobs(after: (job: Job) => void) {
  const client = useQueryClient()
  const [looking, setLooking] = useState<Pick<Job, 'id' | 'label'> | null>(null)
  const watch = { client, after, openRows: setLooking }
  const start = (work: Promise<Job>) => work.then((job) => watchJob(job, watch), toastProblem)
  const undo = ({ id }: Pick<Job, 'id'>) => undoJob(id, watch)
  const stop = ({ id }: Shown) =>
    stopJob(id).then(() => client.invalidateQueries({ queryKey: ['jobs'] }), toastProblem)
  const dialog = looking && (
    <Suspense>
      <JobRows job={looking} close={() => setLooking(null)} />
    </Suspense>
  )
  return { start, undo, stop, look: setLooking, dialog }
}

export type Jobs = ReturnType<typeof useJobs>
