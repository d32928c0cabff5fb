import { http, type Job } from '../http'
import type { List } from './useList'

/** Writes the rows of a list, all or the chosen ones, with its columns and order into a file of the download centre. */
export const exportView = ({ object, state }: List, format: 'xlsx' | 'csv', ids?: string[]) =>
  http.post<Job>('/exports', {
    object,
    filter: state.filter,
    q: state.q,
    sort: state.sort,
    fields: state.columns.map(({ field }) => field),
    ids,
    format,
  })
