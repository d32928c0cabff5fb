import { useQuery, useQueryClient } from '@tanstack/react-query'
import {
  http,
  type Catalogue,
  type Duplicate,
  type Field,
  type Page,
  type ProblemBody,
  type Ref,
  type Row,
  type Value,
} from '@/platform/http'
import { asRef, bodyOf, isEmpty, isMasked, keys, mayWrite, useRefresh, valueOf } from '@/platform/records'

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

export type Side = 'customer' | 'contact'
export const sides: Side[] = ['customer', 'contact']

/** What the acting person may do on each side: make a new one, let the lead go into one that is there. */
export type May = Record<Side, { fresh: boolean; existing: boolean }>

/** Those of one side that the lead may go into. */
export const reached = (matches: Duplicate[], side: Side, may: May) =>
  may[side].existing ? matches.filter((one) => one.object === side && one.id) : []

/**
 * What stands ready when the dialog opens: the surest matches in reach that belong together, otherwise new records. A
 * contact that is there comes with its own customer or alone.
 */
export function proposed(matches: Duplicate[], may: May) {
  const surest = (side: Side) => reached(matches, side, may).find(({ certainty }) => certainty !== 'maybe')
  const customer = surest('customer')
  const contact = surest('contact')
  if (contact) {
    const its = reached(matches, 'customer', may).find(({ label }) => label === contact.customer)
    if (its || !customer) return { customer: its?.id ?? 'none', contact: contact.id! }
  }
  const fresh = may.customer.fresh ? 'new' : may.customer.existing ? 'other' : 'none'
  const chosen = customer?.id ?? fresh
  return { customer: chosen, contact: may.contact.fresh && chosen !== 'none' ? 'new' : 'none' }
}

const carried = (field: Field, lead: Row, leads: Catalogue) => {
  const same = leads.fields.find(({ name }) => name === field.name)
  return !!same && same.type === field.type && !isMasked(lead, same) && !isEmpty(valueOf(lead, same))
}

/** What a new record of the object must have and the lead does not hand on, or what the server asked for. */
export const lacking = (catalogue: Catalogue, lead: Row, leads: Catalogue, asked: string[]) =>
  catalogue.fields.filter(
    (field) =>
      mayWrite(field) &&
      (asked.includes(field.name) || (field.custom && field.required && !carried(field, lead, leads))),
  )

export interface Conversion {
  /** `new`, `none`, `other`, or an id. */
  customer: string
  other?: Ref | null
  contact: string
  /** Of new ones, by the paths of their fields. */
  customerValues?: Record<string, Value>
  contactValues?: Record<string, Value>
}

const wordOfSide = (chosen: string, other: Ref | null | undefined) =>
  chosen === 'none' ? null : chosen === 'other' ? (other?.id ?? null) : chosen

/** The body of the request; `none` on a side leaves it out. */
export function order(conversion: Conversion, catalogues: Partial<Record<Side, Catalogue>>) {
  const body: Record<string, unknown> = {}
  for (const side of sides) {
    body[side] = wordOfSide(conversion[side], conversion.other)
    const values = conversion[`${side}Values`]
    const catalogue = catalogues[side]
    if (body[side] === 'new' && values && catalogue) body[`${side}Values`] = bodyOf(catalogue, values)
  }
  return body
}

type Refused = NonNullable<ProblemBody['errors']>[number]

/** Which field of a new record a refusal is about; none for anything else. */
export function faultOf({ field }: Refused) {
  const side = sides.find((one) => field.startsWith(`${one}Values.`))
  return side && { side, name: field.slice(`${side}Values.`.length) }
}
