import { describe, expect, it } from 'vitest'
import type { Field, FieldType } from '../../http'
import { liveIn } from '../../i18n'
import { read, type Option } from './reading'

const options: Option[] = [
  { id: 'vip', label: '贵宾' },
  { id: 'vip', label: 'VIP' },
  { id: 'plain', label: '普通' },
  { id: 'old', label: '旧的', disabled: true },
  { id: 'a', label: '同名' },
  { id: 'b', label: '同名' },
]
const meant = (type: FieldType, text: string, more: Partial<Field> = {}) => {
  const field = { type, required: false, ...more } as Field
  return read(field, text, { options: () => options, currency: 'CNY' })
}
const value = (type: FieldType, text: string, more: Partial<Field> = {}) => {
  const found = meant(type, text, more)
  return 'value' in found ? found.value : found.why
}

describe('numbers', () => {
  it.each([
    ['1,234.50', 1234.5],
    ['１２', 12],
    ['3万', 30000],
    ['1.1万', 11000],
    ['0.5亿', 50000000],
    ['-2', -2],
    ['−2', -2],
    ['1e3', 1000],
    ['.5', 0.5],
    ['12.5%', 12.5],
  ])('%s', (text, number) => expect(value('number', text)).toBe(number))
  it.each(['十二', '1 2 x', '', '1.2.3', '--1'])('not %s', (text) =>
    expect(value('number', text, { required: true })).toBe(text ? 'number' : 'required'),
  )
  it('with no more decimals than the field has', () => {
    expect(meant('percent', '1.234', { decimals: 2 })).toEqual({ why: 'decimals', about: 2 })
    expect(value('number', '1.20', { decimals: 1 })).toBe(1.2)
  })
})

describe('amounts', () => {
  it.each([
    ['￥1,000.00', '1000', 'CNY'],
    ['500万元', '5000000', 'CNY'],
    ['USD 20.5', '20.5', 'USD'],
    ['US$3', '3', 'USD'],
    ['(20)', '-20', 'CNY'],
    ['12345678901234.5678', '12345678901234.5678', 'CNY'],
    ['RMB 8', '8', 'CNY'],
  ])('%s', (text, amount, currency) =>
    expect(value('money', text, { decimals: 4 })).toEqual({ amount, currency }),
  )
  it('not words', () => expect(value('money', '面议')).toBe('number'))
})

describe('days and moments', () => {
  it.each(['2026-11-05', '2026/11/5', '2026.11.5', '2026年11月5日', '20261105', '2026-11-05 14:30'])(
    '%s',
    (text) => expect(value('date', text)).toBe('2026-11-05'),
  )
  it.each(['3/4/2026', '2026-02-30', '2026-13-01', '明天', '2026-11-05 25:00'])('not %s', (text) =>
    expect(value('date', text)).toBe('date'),
  )
  it('by the clock of the person', () => {
    liveIn('Asia/Shanghai')
    expect(value('dateTime', '2026-11-05 14:30')).toBe('2026-11-05T06:30:00.000Z')
    expect(value('dateTime', '2026-11-05')).toBe('2026-11-04T16:00:00.000Z')
  })
})

describe('choices', () => {
  it('by label in any language, or by id', () => {
    expect(value('choice', ' vip')).toMatchObject({ id: 'vip' })
    expect(value('choice', '贵宾')).toMatchObject({ id: 'vip' })
    expect(value('tags', '普通、VIP，普通')).toMatchObject([{ id: 'plain' }, { id: 'vip' }])
  })
  it('that are not there, closed or not certain are told', () => {
    expect(meant('choice', '至尊')).toEqual({ why: 'choice', about: '至尊' })
    expect(meant('choices', '普通、旧的')).toEqual({ why: 'closedChoice', about: '旧的' })
    expect(meant('choice', '同名')).toEqual({ why: 'ambiguous', about: '同名' })
  })
})

it('reads yes and no, and what is empty', () => {
  expect(value('yesNo', '√')).toBe(true)
  expect(value('yesNo', '否')).toBe(false)
  expect(value('yesNo', '也许')).toBe('yesNo')
  expect(value('yesNo', '')).toBe(false)
  expect(value('date', '')).toBeNull()
  expect(value('text', '', { required: true })).toBe('required')
})

it('keeps lines only where they belong, and leaves people and places alone', () => {
  expect(value('text', '两\n行')).toBe('两 行')
  expect(value('longText', '两\n行')).toBe('两\n行')
  expect(meant('text', '太长', { maxLength: 1 })).toEqual({ why: 'tooLong', about: 1 })
  expect(value('person', '何雨桐')).toBe('type')
  expect(value('region', '广东')).toBe('type')
})
