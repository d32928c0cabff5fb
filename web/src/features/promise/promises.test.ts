import { expect, it } from 'vitest'
import type { Row } from '@/platform/http'
import { dueText, filterOf, lastOf, owesApology, rateText, toneOf, type Score } from './promises'

const row = (values: object) => ({ id: 'a', version: 1, ...values }) as unknown as Row

it('has no rate where nothing was due', () => {
  const numbers = { kept: 0, broken: 0, late: 0 }
  expect(rateText({ ...numbers, rate: null }, '—')).toBe('—')
  expect(rateText({ ...numbers, rate: 0.6667 }, '—')).toBe('66.7%')
  expect(rateText({ ...numbers, rate: 1 }, '—')).toBe('100%')
  expect(rateText({ ...numbers, rate: 0 }, '—')).toBe('0.0%')
})

it('opens the list that a number was counted by', () => {
  const score = { filters: { kept: 'status==kept', broken: 'b', late: 'l' } } as unknown as Score
  expect(filterOf(score, 'kept', 'p')).toBe('countsFor==p;status==kept')
  expect(filterOf(score, 'kept')).toBe('status==kept')
})

it('stays marked while an apology is owed, also when it was kept late', () => {
  const late = row({ status: { id: 'kept' }, apologyDueAt: '2026-11-24T08:00:00Z' })
  expect(owesApology(late)).toBe(true)
  expect(toneOf(late)).toBe('is-broken')
  expect(toneOf(row({ status: { id: 'kept' }, apologyDueAt: null }))).toBe('is-closed')
  expect(toneOf(row({ status: { id: 'open' } }))).toBe('')
})

it('knows the one that was made last, whatever became of it', () => {
  const old = row({ id: 'old', createdAt: '2026-11-01T00:00:00Z' })
  const young = row({ id: 'young', createdAt: '2026-11-20T00:00:00Z' })
  expect(lastOf({ open: [old], broken: [], closed: [young] })?.id).toBe('young')
  expect(lastOf({ open: [], broken: [], closed: [] })).toBeUndefined()
})

it('tells the day as its owner wrote it', () => {
  expect(dueText(row({ dueOn: '2020-02-03', dueTime: '09:30' }), 'zh')).toBe('2020-02-03 09:30')
})
