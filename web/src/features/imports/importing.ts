import { http, type Job } from '@/platform/http'

export type Policy = 'skip' | 'merge' | 'update' | 'refuse'

export interface Header {
  name: string
  samples: string[]
  field: string | null
}
export interface PreviewRow {
  row: number
  state: 'ok' | 'error' | 'duplicate'
  values: Record<string, string | null>
  errors: { field: string; code: string; message: string }[]
  duplicate?: { id: string | null; label: string } | null
  /** What it looks like, where it would be imported. */
  alike?: { object: string; id: string | null; label: string; likely: boolean } | null
}
export interface Preview {
  upload: string
  sheet?: string | null
  headers: Header[]
  total: number
  counts: { ok: number; error: number; duplicate: number }
  rows: PreviewRow[]
}
export interface Options {
  duplicates: Policy
  owner: string | null
  /** New rows wait in it for an owner. */
  pool: string | null
  tags: string[]
}

export type Mapping = Record<string, string>

export const mappingOf = (headers: Header[]): Mapping =>
  Object.fromEntries(headers.flatMap(({ name, field }) => (field ? [[name, field]] : [])))

function bodyOf(parts: Record<string, string | File | null | undefined>) {
  const body = new FormData()
  for (const [name, value] of Object.entries(parts)) if (value) body.set(name, value)
  return body
}

/** Reads a file, or the one already uploaded, with a mapping; nothing is written. */
export const preview = (
  object: string,
  source: { file: File } | { upload: string },
  mapping?: Mapping,
  duplicates?: Policy,
) =>
  http.post<Preview>(
    '/imports/preview',
    bodyOf({ ...source, object, mapping: mapping && JSON.stringify(mapping), duplicates }),
  )

export const start = (
  object: string,
  upload: string,
  mapping: Mapping,
  { duplicates, owner, pool, tags }: Options,
) =>
  http.post<Job>(
    '/imports',
    bodyOf({
      object,
      upload,
      mapping: JSON.stringify(mapping),
      duplicates,
      owner,
      pool,
      tags: tags.length ? tags.join(',') : null,
    }),
  )

/** How many rows will be written under a policy. */
export const willImport = ({ counts }: Preview, policy: Policy) =>
  counts.ok + (policy === 'update' || policy === 'merge' ? counts.duplicate : 0)
