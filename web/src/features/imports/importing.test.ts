import { describe, expect, it } from 'vitest'
import { mappingOf, willImport, type Preview } from './importing'

const found: Preview = {
  upload: 'u',
  headers: [
    { name: '客户名称', samples: [], field: 'name' },
    { name: '展位', samples: [], field: null },
  ],
  total: 1286,
  counts: { ok: 1204, error: 52, duplicate: 30 },
  rows: [],
}

describe('an import', () => {
  it('maps only the columns that have a field', () => {
    expect(mappingOf(found.headers)).toEqual({ 客户名称: 'name' })
  })
  it('writes duplicates only when they are to be updated', () => {
    expect(willImport(found, 'skip')).toBe(1204)
    expect(willImport(found, 'refuse')).toBe(1204)
    expect(willImport(found, 'update')).toBe(1234)
    expect(willImport(found, 'merge')).toBe(1234)
  })
})
