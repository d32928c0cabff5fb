import { useQuery, useQueryClient } from '@tanstack/react-query'
import { http, type Duplicate, type Page, type Ref, type Row } from '@/platform/http'
import { asRef, keys, useRefresh } from '@/platform/records'

export const path = (row: Row, verb: string) => `/leads/${row.id}/${verb}`

const wordOf = (row: Row, field: string) => asRef((row[field] ?? null) as Ref | null)?.id ?? null

export const isConverted = (row: Row) => wordOf(row, 'status') === 'converted'
export const isInvalid = (row: Row) => wordOf(row, 'status') === 'invalid'

/** Customers and contacts that may be the same; numbers are compared though they are shown masked. */
export const useMatches = (row: Row) =>
  useQuery({
    queryKey: ['matches', 'lead', row.id, row.version],
    queryFn: ({ signal }) => http.get<Page<Duplicate>>(path(row, 'matches'), undefined, signal),
    select: ({ items }) => items,
  })

/** Does something with the version that was seen and shows what the lead became. */
export function useVerb(row: Row) {
  const client = useQueryClient()
  const refresh = useRefresh()
  return async (verb: string, body?: object) => {
    const became = await http.post<Row>(path(row, verb), body, { version: row.version })
    client.setQueryData(keys.record('lead', row.id), became)
    await refresh('lead', row.id)
    return became
  }
}

/** What stands ready when the dialog opens: the surest match in reach, or a new record where something tells its name. */
export function proposed(matches: Duplicate[], object: string, fresh: boolean) {
  const same = matches.find((one) => one.object === object && one.id && one.certainty !== 'maybe')
  return same?.id ?? (fresh ? 'new' : 'none')
}

/** The body of the request; `none` on a side leaves it out. */
export const order = ({ customer, other, contact }: Conversion) => ({
  customer: customer === 'none' ? null : customer === 'other' ? (other?.id ?? null) : customer,
  contact: contact === 'none' ? null : contact,
})

export interface Conversion {
  /** `new`, `none`, `other`, or an id. */
  customer: string
  other?: Ref | null
  contact: string
}
