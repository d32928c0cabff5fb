import { http, type Job } from '../http'
import type { List } from './useList'

/** Writes all rows of a list, with its columns and order, into a file of the download centre. */
export const exportView = ({ object, state }: List, format: 'xlsx' | 'csv') =>
  http.post<Job>('/exports', {
    object,
    filter: state.filter,
    q: state.q,
    sort: state.sort,
    fields: state.columns.map(({ field }) => field),
    format,
  })
