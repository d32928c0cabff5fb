import { expect, it } from 'vitest'
import { kept, left, type Noted } from './useLog'

const start: Noted = { content: '', kind: null, contact: null, outcome: null, pretext: null, next: null }
const noted: Noted = { ...start, content: '要 200 台', kind: 'visit', next: '2026-11-27' }

it('goes on with what was begun, without a day that has gone by', () => {
  expect(kept(JSON.stringify(noted), start, '2026-11-23')).toEqual(noted)
  expect(kept(JSON.stringify(noted), start, '2026-11-28')).toEqual({ ...noted, next: null })
  expect(kept('no notes', start)).toBe(start)
  expect(kept(null, start)).toEqual(start)
})

it('keeps what was written while the notes were on their way', () => {
  expect(left(noted, noted, start)).toEqual({ ...start, kind: 'visit' })
  const longer = { ...noted, content: '要 200 台，明天再打' }
  expect(left(longer, noted, start)).toBe(longer)
})
