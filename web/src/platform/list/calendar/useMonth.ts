import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { within } from '../../filter'
import type { Field } from '../../http'
import { firstPageOf, pathOf, valueOf } from '../../records'
import type { List } from '../useList'
import { byDay, dayOfValue, duringDays, weeksOf } from './months'

const MOST = 200

/** The condition that opens one day. */
export const onlyDay = (filter: string, field: Field, day: string) =>
  within(filter, duringDays(field, day, day))

/** The records of the weeks that a month touches, in one request; it says how far that got. */
export function useMonth({ object, state }: List, field: Field, month: string) {
  const { filter, q, sort } = state
  const weeks = useMemo(() => weeksOf(month), [month])
  const path = pathOf(field)
  const query = useQuery(
    firstPageOf(object, {
      filter: within(filter, duringDays(field, weeks[0]![0]!, weeks.at(-1)![6]!)),
      q,
      sort: field.sortable ? path : sort,
      limit: MOST,
    }),
  )
  const page = query.data?.pages[0]
  const rows = page?.items ?? []
  const last = rows.at(-1)
  return {
    query,
    weeks,
    days: byDay(rows, field),
    rows,
    isCut: !!page?.next,
    /** The last day that was read, when records beyond it were not. */
    readTo: page?.next && last && field.sortable ? dayOfValue(valueOf(last, field), field) : null,
  }
}
