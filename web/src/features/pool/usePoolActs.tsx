import type { Row } from '@/platform/http'
import type { More } from '@/platform/record/RecordPage'
import type { Pooled } from './pooled'
import { useLock } from './useLock'
import { useRelease } from './useRelease'

/** What pools bring into the menu of a record's page. */
export function usePoolActs(object: Pooled, row: Row, label: string): More {
  const release = useRelease(object, row, label)
  const lock = useLock(object, row, label)
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
