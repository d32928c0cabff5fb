import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { http, type Row } from '@/platform/http'
import { useRefresh } from '@/platform/records'
import { toastProblem } from '@/platform/toast'
import { path } from './leads'

export const kinds = ['fit', 'interest'] as const

export interface Answered {
  id: string
  kind: (typeof kinds)[number]
  name: string
  points: number
  answer: boolean | null
}

export interface Standing {
  version: number
  threshold: number
  score: number
  qualified: boolean
  items: Answered[]
}

/** What the criteria that are met are worth. */
export const scoreOf = (items: Answered[]) =>
  items.reduce((sum, { points, answer }) => (answer ? sum + points : sum), 0)

/** The standing with one criterion answered otherwise, as it will be told. */
export function answered(standing: Standing, id: string, answer: boolean | null): Standing {
  const items = standing.items.map((item) => (item.id === id ? { ...item, answer } : item))
  const score = scoreOf(items)
  return { ...standing, items, score, qualified: score >= standing.threshold }
}

/**
 * How a lead stands, and how a criterion is answered: shown at once and sent one after the other, so that nobody waits
 * for one answer before he gives the next; rolled back when it is refused.
 */
export function useStanding(lead: Row) {
  const client = useQueryClient()
  const refresh = useRefresh()
  const key = ['qualification', lead.id, lead.version]
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => http.get<Standing>(path(lead, 'qualification'), undefined, signal),
    placeholderData: (before) => before,
    retry: false,
  })
  const turns = useRef({ last: Promise.resolve(), waiting: 0, version: 0 })
  const send = async (id: string, value: boolean | null) => {
    const turn = turns.current
    const version = Math.max(turn.version, lead.version)
    const body = { answers: { [id]: value } }
    try {
      turn.version = (await http.put<Standing>(path(lead, 'qualification'), body, version)).version
    } catch (error) {
      toastProblem(error)
    }
    turn.waiting--
    if (turn.waiting) return
    await client.invalidateQueries({ queryKey: key })
    await refresh('lead', lead.id)
  }
  const answer = (id: string, value: boolean | null) => {
    client.setQueryData<Standing>(key, (before) => before && answered(before, id, value))
    turns.current.waiting++
    turns.current.last = turns.current.last.then(() => send(id, value))
  }
  return { query, answer }
}
