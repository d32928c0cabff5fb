import { describe, expect, it } from 'vitest'
import {
  countIn,
  formatDay,
  formatMoment,
  formatMoneyExact,
  formatMoneyShort,
  formatMonth,
  formatSum,
  liveIn,
} from './format'

describe('figures', () => {
  it('reads money in 万 and 亿', () => {
    expect(formatMoneyShort('185600', 'zh')).toBe('18.6 万')
    expect(formatMoneyShort('12000000', 'zh')).toBe('1,200.0 万')
    expect(formatMoneyShort('9999.4', 'zh')).toBe('9,999')
    expect(formatMoneyShort('-230000000', 'zh')).toBe('−2.30 亿')
    expect(formatMoneyShort('185600', 'en')).toBe('185,600')
  })
  it('writes exact money with every decimal it has, at least those of its coins', () => {
    expect(formatMoneyExact('74200.0000', 'CNY')).toBe('74,200.00')
    expect(formatMoneyExact('1.2345', 'CNY')).toBe('1.2345')
    expect(formatMoneyExact('74200.0000', 'JPY')).toBe('74,200')
    expect(formatMoneyExact('-1.5000', 'KWD')).toBe('−1.500')
    expect(formatMoneyExact('99999999999999.9999', 'CNY')).toBe('99,999,999,999,999.9999')
  })
  it('names the unit of what is not in the currency of the firm, and of all that is exact', () => {
    expect(formatSum({ amount: '1000000', currency: 'USD' }, 'zh')).toBe('100.0 万 美元')
    expect(formatSum({ amount: '1000000', currency: 'CNY' }, 'zh')).toBe('100.0 万')
    expect(formatSum({ amount: '74200', currency: 'CNY' }, 'zh', true)).toBe('74,200.00 元')
    countIn('USD')
    expect(formatSum({ amount: '1000000', currency: 'USD' }, 'zh')).toBe('100.0 万')
    countIn('CNY')
  })
})

describe('days', () => {
  const today = new Date(2026, 10, 23, 9)
  it('uses words nearby, month and day this year, the year otherwise', () => {
    expect(formatDay('2026-11-23', 'zh', today)).toBe('今天')
    expect(formatDay('2026-11-24', 'zh', today)).toBe('明天')
    expect(formatDay('2026-12-04', 'zh', today)).toBe('12-04')
    expect(formatDay('2025-12-04', 'zh', today)).toBe('2025-12-04')
  })
  it("takes today from the person's clock", () => {
    const late = new Date('2026-11-23T23:30:00Z')
    liveIn('Asia/Shanghai')
    expect(formatDay('2026-11-24', 'zh', late)).toBe('今天')
    liveIn('UTC')
    expect(formatDay('2026-11-24', 'zh', late)).toBe('明天')
  })
  it("shows moments in the person's time zone", () => {
    liveIn('Asia/Shanghai')
    expect(formatMoment('2026-11-22T23:30:00Z', today)).toBe('11-23 07:30')
    liveIn('UTC')
    expect(formatMoment('2026-11-22T23:30:00Z', today)).toBe('11-22 23:30')
  })
})

it('names a month as people do', () => {
  expect(formatMonth('2026-11', 'zh')).toBe('2026 年 11 月')
  expect(formatMonth('2026-03', 'en')).toBe('March 2026')
})
