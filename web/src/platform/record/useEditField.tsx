import { lazy, Suspense, useState } from 'react'
import { isStale, type Field, type Row, type Value } from '../http'
import { useChangeField } from '../records'
import { toastProblem } from '../toast'
import type { Clash } from './StaleDialog'

const StaleDialog = lazy(() => import('./StaleDialog').then((stale) => ({ default: stale.StaleDialog })))

/** Writes single fields; a clash with somebody else's change is shown side by side. Answers what was saved. */
export function useEditField(object: string) {
  const change = useChangeField(object)
  const [clash, setClash] = useState<Clash | null>(null)
  const write = async (row: Row, field: Field, value: Value): Promise<Row | null> => {
    try {
      return await change(row, field, value)
    } catch (error) {
      if (isStale(error)) setClash({ row, mine: [{ field, value }], problem: error })
      else toastProblem(error)
      return null
    }
  }
  const dialog = clash && (
    <Suspense>
      <StaleDialog object={object} clash={clash} close={() => setClash(null)} />
    </Suspense>
  )
  return { write, dialog }
}
