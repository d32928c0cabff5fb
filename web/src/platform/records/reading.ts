import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import {
  http,
  type Catalogue,
  type Count,
  type Dictionary,
  type Page,
  type Row,
  type Tag,
  type TreeItem,
} from '../http'
import { apiPath } from './objects'

export interface Search {
  filter?: string
  q?: string
  sort?: string
  /** Records in a page; fifty unless told. */
  limit?: number
  /** Names of fields, by commas; those of lists unless told. */
  fields?: string
}

export const keys = {
  record: (object: string, id: string) => ['record', object, id],
  list: (object: string) => ['list', object],
}

const RARELY = 5 * 60_000

/** The field catalogue of an object as the signed-in person may see it. */
export const useFields = (object: string) =>
  useQuery({
    queryKey: ['fields', object],
    queryFn: ({ signal }) => http.get<Catalogue>(`/fields/${object}`, undefined, signal),
    staleTime: RARELY,
  })

export const useDictionaries = () =>
  useQuery({
    queryKey: ['dictionaries'],
    queryFn: ({ signal }) => http.get<Page<Dictionary>>('/dictionaries', undefined, signal),
    staleTime: RARELY,
    select: (page) => page.items,
  })

export const useTags = () =>
  useQuery({
    queryKey: ['tags'],
    queryFn: ({ signal }) => http.get<Page<Tag>>('/tags', undefined, signal),
    staleTime: RARELY,
    select: (page) => page.items,
  })

export const useIndustries = (enabled = true) =>
  useQuery({
    queryKey: ['industries'],
    queryFn: ({ signal }) => http.get<Page<TreeItem>>('/industries', undefined, signal),
    staleTime: Infinity,
    enabled,
    select: (page) => page.items,
  })

export const PAGE = 50

/** Pages of a list, fetched one after the other. `deleted` reads the recycle bin. */
export const useRecordList = (object: string, search: Search, deleted = false, enabled = true) =>
  useInfiniteQuery({
    queryKey: [...keys.list(object), deleted ? 'deleted' : 'live', search],
    queryFn: ({ pageParam, signal }) =>
      http.get<Page<Row>>(
        apiPath(object) + (deleted ? '/deleted' : ''),
        { limit: PAGE, ...search, after: pageParam },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next || undefined,
    placeholderData: keepPreviousData,
    enabled,
  })

/** The first page of a list, in the shape of pages, so that a change of a row reaches it too. */
export const firstPageOf = (object: string, search: Search) => ({
  queryKey: [...keys.list(object), 'first', search],
  queryFn: async ({ signal }: { signal: AbortSignal }) => ({
    pages: [await http.get<Page<Row>>(apiPath(object), { limit: PAGE, ...search }, signal)],
    pageParams: [''],
  }),
})

/** The question how many records a list has. */
export const countOf = (object: string, { filter, q }: Search) => ({
  queryKey: [...keys.list(object), 'count', { filter, q }],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    http.get<Count>(`${apiPath(object)}/count`, { filter, q }, signal),
  staleTime: 30_000,
})

export const useCount = (object: string, search: Search, enabled = true) =>
  useQuery({ ...countOf(object, search), placeholderData: keepPreviousData, enabled })

export const useRecord = (object: string, id: string | null | undefined) =>
  useQuery({
    queryKey: keys.record(object, id ?? ''),
    queryFn: ({ signal }) => http.get<Row>(`${apiPath(object)}/${id}`, undefined, signal),
    enabled: !!id,
    retry: false,
  })
