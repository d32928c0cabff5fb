import { useQuery, useQueryClient } from '@tanstack/react-query'
import { http, type Page, type Ref } from '../http'

export interface Favourite extends Ref {
  object: string
}

const key = ['favourites']

/** What the person keeps at hand on all his devices, newest first. */
export function useFavourites(): Favourite[] {
  const { data } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => http.get<Page<Favourite>>('/favourites', undefined, signal),
    staleTime: 60_000,
  })
  return data?.items ?? []
}

/** Whether a record is kept, and the way to keep it or not: seen at once, taken back when the server refuses. */
export function useFavourite(favourite: Favourite) {
  const client = useQueryClient()
  const { object, id } = favourite
  const kept = useFavourites().some((one) => one.object === object && one.id === id)
  const toggle = async () => {
    await client.cancelQueries({ queryKey: key })
    client.setQueryData<Page<Favourite>>(key, (page) => {
      const others = (page?.items ?? []).filter((one) => one.object !== object || one.id !== id)
      return { items: kept ? others : [favourite, ...others] }
    })
    const path = `/favourites/${object}/${id}`
    try {
      await (kept ? http.delete(path) : http.put(path, undefined))
    } finally {
      await client.invalidateQueries({ queryKey: key })
    }
  }
  return { kept, toggle }
}
