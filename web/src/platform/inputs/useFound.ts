import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { http, type Page, type Ref, type Row } from '../http'
import { apiPath, titleOf, useFields } from '../records'

/** The first records of an object that match a word; the server searches names and pinyin initials. */
export function useFound(object: string, q: string, enabled = true) {
  const catalogue = useFields(object).data
  const { data, isFetching } = useQuery({
    queryKey: ['refs', object, q],
    queryFn: ({ signal }) => http.get<Page<Row>>(apiPath(object), { q, limit: 20 }, signal),
    enabled: enabled && !!catalogue,
    placeholderData: keepPreviousData,
  })
  const found: Ref[] = (data?.items ?? []).map((row) => ({ id: row.id, label: titleOf(row, catalogue!) }))
  return { found, isFetching }
}
