import { useQueryClient, type InfiniteData, type QueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { http, type Field, type Page, type Row, type Value } from '../http'
import { apiPath } from './objects'
import { keys } from './reading'
import { patchOfAll, withFieldOf, withValue } from './value'

type Pages = InfiniteData<Page<Row>>

const inPages = (pages: Pages | undefined, id: string, next: (row: Row) => Row): Pages | undefined =>
  pages && {
    ...pages,
    pages: pages.pages.map((page) => ({
      ...page,
      items: page.items.map((row) => (row.id === id ? next(row) : row)),
    })),
  }

const isPages = (data: unknown): data is Pages => !!data && typeof data === 'object' && 'pages' in data

/** Rewrites one row wherever it is on the screen. */
export function replaceRow(client: QueryClient, object: string, id: string, next: (row: Row) => Row) {
  client.setQueriesData<unknown>({ queryKey: keys.list(object) }, (data: unknown) =>
    isPages(data) ? inPages(data, id, next) : data,
  )
  client.setQueryData<Row>(keys.record(object, id), (row) => row && next(row))
}

/** Asks for what may be a duplicate, which somebody has seen. */
export const allowed = { duplicates: 'allow' }

/** Shows the new values of a row at once, writes all or none of them, and puts the old ones back when the server refuses. */
export async function changeFields(
  client: QueryClient,
  object: string,
  row: Row,
  values: [Field, Value][],
  seen = false,
): Promise<Row> {
  replaceRow(client, object, row.id, (old) =>
    values.reduce((next, [field, value]) => withValue(next, field, value), old),
  )
  try {
    const path = `${apiPath(object)}/${row.id}`
    const saved = await http.patch<Row>(path, patchOfAll(values), row.version, seen ? allowed : undefined)
    replaceRow(client, object, row.id, (old) => ({ ...old, ...saved }))
    void client.invalidateQueries({ queryKey: ['timeline', object, row.id] })
    return saved
  } catch (error) {
    replaceRow(client, object, row.id, (old) =>
      values.reduce((next, [field]) => withFieldOf(next, row, field), old),
    )
    throw error
  }
}

export function useChangeField(object: string) {
  const client = useQueryClient()
  return useCallback(
    (row: Row, field: Field, value: Value, seen = false) =>
      changeFields(client, object, row, [[field, value]], seen),
    [client, object],
  )
}

export function useChangeFields(object: string) {
  const client = useQueryClient()
  return useCallback(
    (row: Row, values: [Field, Value][]) => changeFields(client, object, row, values),
    [client, object],
  )
}

/** Reads lists, counts and the record again after something larger changed. */
export function useRefresh() {
  const client = useQueryClient()
  return useCallback(
    async (object: string, id?: string) => {
      await client.invalidateQueries({ queryKey: keys.list(object) })
      if (!id) return
      await client.invalidateQueries({ queryKey: keys.record(object, id) })
      await client.invalidateQueries({ queryKey: ['timeline', object, id] })
    },
    [client],
  )
}
