import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useWords, type Pooled } from '@/features/pool'
import { http, type Page, type Reader, type Row } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { showToast } from '@/platform/toast'
import { ruleBody, type Rule, type TypedRule } from './returns'

/** A pool as it is set up. */
export interface PoolRow extends Row {
  name: string
  object: Pooled
  standard: boolean
  condition?: string | null
  position?: number | null
  everyone: boolean
  claimsPerDay?: number | null
  heldMost?: number | null
  coolOffDays?: number | null
  closedHours?: number | null
}

export interface Terms {
  version: number
  members: Reader[]
  fields: string[]
  grades: Record<string, number>
  returns: Rule | null
}

/** What the form of a pool holds. */
export interface Typed {
  name: string
  condition: string
  position: number | null
  everyone: boolean
  claimsPerDay: number | null
  heldMost: number | null
  coolOffDays: number | null
  closedHours: number | null
  members: Reader[]
  fields: string[]
  grades: Record<string, number | null>
  returns: TypedRule
}

const LAST = Number.MAX_SAFE_INTEGER

/** In the order in which they take; the default one takes the rest. */
export const inOrder = (pools: PoolRow[]) =>
  [...pools].sort(
    (a, b) =>
      Number(a.standard) - Number(b.standard) ||
      (a.position ?? LAST) - (b.position ?? LAST) ||
      a.id.localeCompare(b.id),
  )

export const usePools = (object: Pooled) =>
  useQuery({
    queryKey: ['list', 'pool', 'all', object],
    queryFn: ({ signal }) =>
      http.get<Page<PoolRow>>('/pools', { filter: `object==${object}`, limit: 200 }, signal),
    select: (page) => inOrder(page.items),
  })

export const useTerms = (pool: string | null) =>
  useQuery({
    queryKey: ['list', 'pool', 'terms', pool],
    queryFn: ({ signal }) => http.get<Terms>(`/pools/${pool}/terms`, undefined, signal),
    enabled: !!pool,
    staleTime: 0,
  })

const set = (grades: Typed['grades']) =>
  Object.fromEntries(Object.entries(grades).filter(([, most]) => most !== null && most !== undefined))

/**
 * Writes the pool and its terms in one request. A new pool is made first, open to nobody and taking nothing, and is gone
 * on with when the rest was refused.
 */
export function useSavePool(object: string, row: PoolRow | null, done: () => void) {
  const { t } = useTexts()
  const words = useWords(object)
  const client = useQueryClient()
  const made = useRef(row)
  return async ({ members, fields, grades, returns, condition, ...plain }: Typed) => {
    if (!made.current) {
      made.current = await http.post<PoolRow>('/pools', { object, name: plain.name })
      void client.invalidateQueries({ queryKey: ['list'] })
    }
    const { id, version } = made.current
    const body = {
      members: members.map(({ object, id: member }) => ({ object, id: member })),
      fields,
      grades: set(grades),
      returns: ruleBody(returns),
      pool: { ...plain, ...(row?.standard ? {} : { condition: condition || null }) },
    }
    await http.put<Terms>(`/pools/${id}/terms`, body, version)
    const sorted =
      (row?.condition ?? '') !== condition || (row?.position ?? null) !== (plain.position ?? null)
    showToast({ kind: 'done', text: sorted ? t('pool.sorting', words) : t('common.done'), stays: 3000 })
    await client.invalidateQueries({ queryKey: ['list'] })
    done()
  }
}
