import { useQuery, useQueryClient } from '@tanstack/react-query'
import { http, type Page, type Row } from '@/platform/http'

/** Id of a choice, or "true" and "false", by the path of its field. */
export type Where = Record<string, string>

export interface Play {
  where: Where
  name: string
  text: string
}

interface Plays {
  version: number
  items: Play[]
}

const path = '/plays/customer'
const key = ['plays', 'customer']

export const sameWhere = (one: Where, other: Where) => {
  const names = Object.keys(one)
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name])
}

/** All plays with the one of the same condition exchanged, or taken out when there is none any more. */
export const exchanged = (items: Play[], where: Where, play: Play | null) => {
  const at = items.findIndex((one) => sameWhere(one.where, where))
  if (at < 0) return play ? [...items, play] : items
  return items.flatMap((one, index) => (index !== at ? [one] : play ? [play] : []))
}

/** The plays for customers, and how one of them is written. */
export function usePlays() {
  const client = useQueryClient()
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => http.get<Plays>(path, undefined, signal),
  })
  const items = query.data?.items ?? []
  const write = async (where: Where, play: Play | null) => {
    try {
      const body = { items: exchanged(items, where, play) }
      client.setQueryData(key, await http.put<Plays>(path, body, query.data?.version))
    } finally {
      await client.invalidateQueries({ queryKey: ['plays'] })
    }
  }
  return { query, items, write }
}

/** What is to be done with this customer, the closest first. */
export const usePlaysOf = (row: Row) =>
  useQuery({
    queryKey: ['plays', 'customer', row.id, row.version],
    queryFn: ({ signal }) => http.get<Page<Play>>(`/customers/${row.id}/plays`, undefined, signal),
    select: ({ items }) => items,
  })
