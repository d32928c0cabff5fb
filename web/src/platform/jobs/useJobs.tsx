import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import type { Job } from '../http'
import { toastProblem } from '../toast'
import { undoJob, watchJob } from './jobs'

const JobRows = lazy(() => import('./JobRows').then((rows) => ({ default: rows.JobRows })))

/** Starts jobs, follows them in a toast and shows refused rows; `dialog` belongs somewhere on the page. */
export function useJobs(after: (job: Job) => void) {
  const client = useQueryClient()
  const [looking, setLooking] = useState<Job | null>(null)
  const watch = { client, after, openRows: setLooking }
  const start = (work: Promise<Job>) => work.then((job) => watchJob(job, watch), toastProblem)
  const undo = (job: Job) => undoJob(job, watch)
  const dialog = looking && (
    <Suspense>
      <JobRows job={looking} close={() => setLooking(null)} />
    </Suspense>
  )
  return { start, undo, look: setLooking, dialog }
}
