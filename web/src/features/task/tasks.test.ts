import { expect, it } from 'vitest'
import type { Row } from '@/platform/http'
import { dueText, firmDay, isOverdue, mayChange, usualDays } from './tasks'

const row = (values: object) => ({ id: 'a', version: 1, ...values }) as unknown as Row
const now = new Date('2026-11-24T08:00:00Z')

it('is overdue from its moment on, and only while it is open', () => {
  const open = { id: 'open', label: '待办' }
  expect(isOverdue(row({ status: open, dueAt: '2026-11-24T07:59:00Z' }), now)).toBe(true)
  expect(isOverdue(row({ status: open, dueAt: '2026-11-24T16:00:00Z' }), now)).toBe(false)
  expect(isOverdue(row({ status: { id: 'done' }, dueAt: '2026-11-20T16:00:00Z' }), now)).toBe(false)
})

it('offers today, tomorrow and the Monday that comes', () => {
  const days = (at: string) =>
    usualDays(firmDay('Asia/Shanghai', new Date(at))).map(([, day]) => day.format('YYYY-MM-DD'))
  expect(days('2026-11-24T04:00:00Z')).toEqual(['2026-11-24', '2026-11-25', '2026-11-30'])
  expect(days('2026-11-23T04:00:00Z')).toEqual(['2026-11-23', '2026-11-24', '2026-11-30'])
  expect(days('2026-11-29T04:00:00Z')).toEqual(['2026-11-29', '2026-11-30', '2026-11-30'])
})

it('tells the day as its owner wrote it', () => {
  expect(dueText(row({ dueOn: '2020-02-03', dueTime: '09:30' }), 'zh')).toBe('2020-02-03 09:30')
  expect(dueText(row({}), 'zh')).toBe('')
})

it('goes by what may be done with the very task', () => {
  expect(mayChange(row({ can: ['update'] }), false)).toBe(true)
  expect(mayChange(row({ can: [] }), true)).toBe(false)
  expect(mayChange(row({}), true)).toBe(true)
})
