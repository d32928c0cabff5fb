import { usePoolActs } from '@/features/pool'
import type { Row } from '@/platform/http'
import type { More } from '@/platform/record/RecordPage'
import { useEnds } from './useEnds'

/** How a lead ends, and how it goes back into its pool or is kept from that. */
export function useLeadActs(row: Row, label: string): More {
  const ends = useEnds(row)
  const pool = usePoolActs('lead', row, label)
  return {
    ...ends,
    items: [...(ends.items ?? []), ...(pool.items ?? [])],
    dialog: (
      <>
        {ends.dialog}
        {pool.dialog}
      </>
    ),
  }
}
