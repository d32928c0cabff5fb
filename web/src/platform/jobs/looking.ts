import { useSyncExternalStore } from 'react'
import type { Job } from '../http'

type Looked = Pick<Job, 'id' | 'label'>

let at: Looked | null = null
const listeners = new Set<() => void>()

/** Shows the rows of a job that were refused, whichever page is open by then; null closes them. */
export function look(job: Looked | null) {
  at = job
  listeners.forEach((listener) => listener())
}

export const useLooking = () =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => at,
  )
