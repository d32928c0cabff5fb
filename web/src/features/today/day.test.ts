import { expect, it } from 'vitest'
import {
  filterOf,
  itemsOf,
  nextToLog,
  offered,
  ranked,
  told,
  waiting,
  without,
  type Day,
  type Item,
  type Member,
} from './day'

const item = (rank: number, id: string, acts = ['log'], object = 'customer'): Item => ({
  rank,
  record: { object, id, label: id, version: 1 },
  customer: null,
  why: { key: 'overdue', arguments: {}, text: '' },
  due: null,
  shown: {},
  acts,
})

const section = (key: string, weight: 'late' | 'open' | 'spare', items: Item[], value = items.length) => ({
  key,
  label: key,
  weight,
  object: 'customer',
  filter: '',
  sort: '',
  count: { value, exact: true },
  items,
})

const day: Day = {
  day: '2026-11-23',
  team: false,
  open: { value: 5, late: 3, exact: true },
  sections: [
    section('overdue', 'late', [item(1, 'a'), item(2, 'b')], 3),
    section('newLeads', 'open', [item(3, 'l', ['answered'], 'lead')]),
    section('dueToday', 'open', []),
    section('newCustomers', 'open', [item(4, 'c')]),
    section('quiet', 'spare', [item(5, 'd')]),
  ],
  done: [],
}

it('takes what is done out of its section and of every number', () => {
  const left = without(day, item(1, 'a'))
  expect(itemsOf(left.sections).map(({ record, rank }) => `${rank}${record.id}`)).toEqual([
    '1b',
    '2l',
    '3c',
    '4d',
  ])
  expect(left.sections[0]?.count.value).toBe(2)
  expect(left.open).toEqual({ value: 4, late: 2, exact: true })
})

it('counts what helps only who has time among nothing', () => {
  expect(without(day, item(5, 'd')).open).toEqual(day.open)
  expect(without(day, item(9, 'gone'))).toEqual(day)
})

it('shows what waits, or one section of it while something waits there', () => {
  const keys = (chosen?: string) => waiting(day, chosen).map(({ key }) => key)
  expect(keys()).toEqual(['overdue', 'newLeads', 'newCustomers', 'quiet'])
  expect(keys('quiet')).toEqual(['quiet'])
  expect(keys('dueToday')).toEqual(['overdue', 'newLeads', 'newCustomers', 'quiet'])
})

it('goes on with the next customer, past what cannot be logged, and from the top at the end', () => {
  const items = itemsOf(day.sections)
  expect(nextToLog(items, item(2, 'b'))?.record.id).toBe('c')
  expect(nextToLog(items, item(5, 'd'))?.record.id).toBe('a')
  expect(nextToLog([item(1, 'a')], item(1, 'a'))).toBeNull()
})

it('offers no day behind the one on which one looks', () => {
  expect(offered('2026-11-23')).toEqual({ tomorrow: '2026-11-24', monday: '2026-11-30' })
  expect(offered('2026-11-29')).toEqual({ monday: '2026-11-30' })
  expect(offered('2026-12-31')).toEqual({ tomorrow: '2027-01-01', monday: '2027-01-04' })
})

it('sorts people by a number, those of whom it is not told last', () => {
  const member = (id: string, value?: number): Member => ({
    person: { id, label: id },
    department: null,
    away: false,
    numbers: value === undefined ? {} : { overdue: { value, exact: true } },
  })
  const people = [member('x'), member('y', 2), member('z', 7)]
  const ids = (ascending: boolean) => ranked(people, 'overdue', ascending).map(({ person }) => person.id)
  expect(ids(false)).toEqual(['z', 'y', 'x'])
  expect(ids(true)).toEqual(['y', 'z', 'x'])
})

it('opens with a number the list that holds it', () => {
  const member = { person: { id: '7', label: null }, department: null, away: false, numbers: {} }
  const figure = { key: 'held', label: '', object: 'customer', filter: '', most: null }
  expect(filterOf(member, figure)).toBe('owner==7')
  expect(filterOf(member, { ...figure, filter: 'nextFollowUp=lt=@today' })).toBe(
    'owner==7;nextFollowUp=lt=@today',
  )
  expect(told({ value: 10000, exact: false })).toBe('10,000+')
})
