import type { Row } from '@/platform/http'
import type { More } from '@/platform/record/RecordPage'
import { useLock } from './useLock'
import { useRelease } from './useRelease'

/** What pools bring into the menu of a customer's page. */
export function usePoolActs(row: Row, label: string): More {
  const release = useRelease(row, label)
  const lock = useLock(row, label)
  return {
    items: [...release.items, ...lock.items],
    dialog: (
      <>
        {release.dialog}
        {lock.dialog}
      </>
    ),
  }
}
