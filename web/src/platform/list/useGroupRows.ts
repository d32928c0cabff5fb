import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import type { Field, Row } from '../http'
import { firstPageOf, pathOf } from '../records'
import { filterOf, type GroupOf } from './groups'
import type { List } from './useList'

const OPEN_AT_FIRST = 2

export interface OpenGroup {
  group: GroupOf
  name: string
  open: boolean
  busy: boolean
  rows: Row[]
  toggle: () => void
}

/** The groups with the first page of rows of each that is open. */
export function useGroupRows(list: List, field: Field | undefined, groups: GroupOf[]): OpenGroup[] {
  const { filter, q, sort, group: by } = list.state
  const [turned, setTurned] = useState<string[]>([])
  const nameOf = (group: GroupOf) => `${by}:${group.key?.id ?? ''}`
  const isOpen = (group: GroupOf, index: number) => index < OPEN_AT_FIRST !== turned.includes(nameOf(group))
  const answers = useQueries({
    queries: groups.map((group, index) => ({
      ...firstPageOf(list.object, {
        filter: filterOf(filter, field ? pathOf(field) : '', group.key),
        q,
        sort,
      }),
      enabled: isOpen(group, index),
    })),
  })
  return groups.map((group, index) => {
    const name = nameOf(group)
    return {
      group,
      name,
      open: isOpen(group, index),
      busy: isOpen(group, index) && !!answers[index]?.isPending,
      rows: answers[index]?.data?.pages[0]?.items ?? [],
      toggle: () =>
        setTurned((names) => (names.includes(name) ? names.filter((one) => one !== name) : [...names, name])),
    }
  })
}
