import { lazy, Suspense, useState } from 'react'
import { isDuplicate, isStale, type Field, type Row, type Value } from '../http'
import { useChangeField } from '../records'
import { toastDuplicate, toastProblem } from '../toast'
import type { Clash } from './StaleDialog'

const StaleDialog = lazy(() => import('./StaleDialog').then((stale) => ({ default: stale.StaleDialog })))

/**
 * Writes single fields and answers what was saved; a clash with somebody else's change is shown side by side, and
 * `settled` hears when it is over.
 */
export function useEditField(object: string, settled?: () => void) {
  const change = useChangeField(object)
  const [clash, setClash] = useState<Clash | null>(null)
  const write = async (row: Row, field: Field, value: Value, seen = false): Promise<Row | null> => {
    try {
      return await change(row, field, value, seen)
    } catch (error) {
      if (isStale(error)) setClash({ row, mine: [{ field, value }], problem: error })
      else if (isDuplicate(error)) toastDuplicate(error, () => void write(row, field, value, true))
      else toastProblem(error)
      return null
    }
  }
  const close = () => {
    setClash(null)
    settled?.()
  }
  const dialog = clash && (
    <Suspense>
      <StaleDialog object={object} clash={clash} close={close} />
    </Suspense>
  )
  return { write, dialog }
}
