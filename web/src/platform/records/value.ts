import type { Catalogue, Choice, Field, HeldFile, Money, Ref, Row, Value } from '../http'

const bare = (field: Field) => field.name.replace(/^custom\./, '')

/** The name used in filters, sorts, columns and problems. */
export const pathOf = (field: Field) => (field.custom ? `custom.${bare(field)}` : field.name)

export const fieldAt = (catalogue: Catalogue, path: string) =>
  catalogue.fields.find((field) => pathOf(field) === path || field.name === path)

export const valueOf = (row: Row, field: Field): Value =>
  ((field.custom ? row.custom?.[bare(field)] : row[field.name]) ?? null) as Value

const put = (row: Row, field: Field, value: Value): Row =>
  field.custom
    ? { ...row, custom: { ...row.custom, [bare(field)]: value } }
    : { ...row, [field.name]: value, ...(field.type === 'phone' && { [`${field.name}Text`]: value }) }

/** `row` with a value that somebody has just typed, so that nothing of it is masked. */
export const withValue = (row: Row, field: Field, value: Value): Row => ({
  ...put(row, field, value),
  ...(row.masked && { masked: row.masked.filter((name) => name !== field.name) }),
})

/** `row` with this one field as it stands in `source`. */
export const withFieldOf = (row: Row, source: Row, field: Field): Row => {
  const shown = `${field.name}Text`
  const masked = source.masked?.includes(field.name) ? [...(row.masked ?? []), field.name] : row.masked
  const back = { ...put(row, field, valueOf(source, field)), ...(masked && { masked }) }
  return shown in source ? { ...back, [shown]: source[shown] } : back
}

const isRef = (value: unknown): value is Ref => typeof value === 'object' && value !== null && 'id' in value

/** What the server wants written: ids in place of labelled references. */
export function toWrite(value: Value): unknown {
  if (Array.isArray(value)) return value.map((item) => item.id)
  return isRef(value) ? value.id : value
}

export const patchOf = (field: Field, value: Value) =>
  field.custom ? { custom: { [bare(field)]: toWrite(value) } } : { [field.name]: toWrite(value) }

/** The body of a PATCH for several fields of one record. */
export const patchOfAll = (values: [Field, Value][]) =>
  values.reduce<Record<string, unknown>>((body, [field, value]) => {
    const one = patchOf(field, value) as { custom?: object }
    return { ...body, ...one, ...(one.custom && { custom: { ...(body.custom as object), ...one.custom } }) }
  }, {})

/** A whole draft: values by path → the body of a POST or PATCH. */
export function bodyOf(catalogue: Catalogue, draft: Record<string, Value>) {
  const body: Record<string, unknown> = {}
  const custom: Record<string, unknown> = {}
  for (const field of catalogue.fields) {
    const value = draft[pathOf(field)]
    if (value === undefined) continue
    if (field.custom) custom[bare(field)] = toWrite(value)
    else body[field.name] = toWrite(value)
  }
  return Object.keys(custom).length ? { ...body, custom } : body
}

export const isEmpty = (value: Value | undefined) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

const isMoney = (value: Value): value is Money =>
  typeof value === 'object' && value !== null && 'amount' in value

/** "1.5" of "1.5000", for the server pads what it keeps. */
const unpadded = (amount: string) => (amount.includes('.') ? amount.replace(/\.?0+$/, '') : amount)

const asWritten = (value: Value) =>
  JSON.stringify(isMoney(value) ? { ...value, amount: unpadded(value.amount) } : toWrite(value))

export const sameValue = (a: Value, b: Value) => (isEmpty(a) && isEmpty(b)) || asWritten(a) === asWritten(b)

export const asMoney = (value: Value) => value as Money | null
export const asChoices = (value: Value) => (Array.isArray(value) ? value : []) as Choice[]
export const asFiles = (value: Value) => (Array.isArray(value) ? value : []) as HeldFile[]
/** Null too for a record out of sight, which the server names without id and label. */
export const asRef = (value: Value) => (isRef(value) && value.id ? value : null)

export const titleOf = (row: Row, catalogue: Catalogue) => String(row[catalogue.title] ?? row.id)
