import { afterEach, describe, expect, it } from 'vitest'
import type { Field, Row } from '../../http'
import { liveIn } from '../../i18n'
import { byDay, duringDays, shiftDay, shiftMonth, valueOn, weeksOf } from './months'

const date = { name: 'foundedOn', type: 'date' } as Field
const moment = { name: 'createdAt', type: 'dateTime' } as Field
const row = (id: string, value: string | null) =>
  ({ id, version: 1, createdAt: value, foundedOn: value }) as unknown as Row

afterEach(() => liveIn('Asia/Shanghai'))

describe('the weeks of a month', () => {
  it('begin on Monday and hold whole weeks', () => {
    const weeks = weeksOf('2026-11')
    expect(weeks[0]).toEqual([
      '2026-10-26',
      '2026-10-27',
      '2026-10-28',
      '2026-10-29',
      '2026-10-30',
      '2026-10-31',
      '2026-11-01',
    ])
    expect(weeks).toHaveLength(6)
    expect(weeks.at(-1)!.at(-1)).toBe('2026-12-06')
  })
  it('reach over the end of the year', () => {
    expect(weeksOf('2026-12').at(-1)).toContain('2027-01-01')
    expect(weeksOf('2027-01')[0]![0]).toBe('2026-12-28')
  })
  it('are four where February fits, and know leap days', () => {
    expect(weeksOf('2027-02')).toHaveLength(4)
    expect(weeksOf('2028-02').flat()).toContain('2028-02-29')
  })
})

it('walks over years', () => {
  expect([shiftMonth('2026-12', 1), shiftMonth('2027-01', -1), shiftDay('2026-12-31', 1)]).toEqual([
    '2027-01',
    '2026-12',
    '2027-01-01',
  ])
})

describe('a record stands', () => {
  it('on its date wherever one lives', () => {
    liveIn('America/New_York')
    expect([...byDay([row('1', '2026-11-01'), row('2', null)], date).keys()]).toEqual(['2026-11-01'])
  })
  it('on the day that its moment has where one lives', () => {
    const rows = [row('1', '2026-10-31T17:00:00Z')]
    expect([...byDay(rows, moment).keys()]).toEqual(['2026-11-01'])
    liveIn('America/New_York')
    expect([...byDay(rows, moment).keys()]).toEqual(['2026-10-31'])
  })
})

describe('moved to another day', () => {
  it('a moment keeps its seconds', () =>
    expect(valueOn('2026-11-30', moment, '2026-11-01T01:30:37.250Z')).toBe('2026-11-30T01:30:37.250Z'))
  it('a date is that day', () => expect(valueOn('2026-11-30', date, '2026-11-01')).toBe('2026-11-30'))
  it('a moment keeps its time of day, also when the clocks change', () => {
    expect(valueOn('2026-11-30', moment, '2026-11-01T01:30:00Z')).toBe('2026-11-30T01:30:00.000Z')
    liveIn('America/New_York')
    // 10:00 in summer is 14:00 UTC, in winter 15:00 UTC; the clocks change on 1 November.
    expect(valueOn('2026-11-02', moment, '2026-10-30T14:00:00Z')).toBe('2026-11-02T15:00:00.000Z')
  })
  it('a new one begins at nine', () => {
    expect(valueOn('2026-11-30', moment, null)).toBe('2026-11-30T01:00:00.000Z')
  })
})

describe('the condition for days', () => {
  it('names dates as they are', () =>
    expect(duringDays({ name: 'on', type: 'date' } as Field, '2026-05-01', '2026-05-31').items).toEqual([
      { field: 'on', op: '=ge=', values: ['2026-05-01'] },
      { field: 'on', op: '=le=', values: ['2026-05-31'] },
    ]))
  it('names moments by the clock of who looks, to the end of the last day', () => {
    liveIn('America/New_York')
    expect(duringDays({ name: 'at', type: 'dateTime' } as Field, '2026-05-31', '2026-05-31').items).toEqual([
      { field: 'at', op: '=ge=', values: ['2026-05-31T04:00:00.000Z'] },
      { field: 'at', op: '=lt=', values: ['2026-06-01T04:00:00.000Z'] },
    ])
  })
})
