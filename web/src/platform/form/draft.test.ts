import { beforeEach, describe, expect, it } from 'vitest'
import { dropDraft, keepDraft, readDraft } from './draft'

beforeEach(() => localStorage.clear())

describe('a draft', () => {
  it('comes back with its values and the time it was kept', () => {
    const at = new Date('2026-11-23T01:41:00Z')
    keepDraft('customer', { name: '苏州恒锐', level: { id: 'A', label: '高' }, phone: null }, at)
    expect(readDraft('customer')).toEqual({
      at: at.toISOString(),
      values: { name: '苏州恒锐', level: { id: 'A', label: '高' } },
    })
  })
  it('is gone once everything is emptied or dropped', () => {
    keepDraft('customer', { name: '苏州' })
    keepDraft('customer', { name: '' })
    expect(readDraft('customer')).toBeNull()
    keepDraft('customer', { name: '苏州' })
    dropDraft('customer')
    expect(readDraft('customer')).toBeNull()
  })
  it('does not break the form when the stored text is damaged', () => {
    localStorage.setItem('chaoxi.draft.customer', '{')
    expect(readDraft('customer')).toBeNull()
  })
})
