import dayjs from 'dayjs'
import timezone from 'dayjs/plugin/timezone'
import utc from 'dayjs/plugin/utc'
import { coinsOf } from './currencies'
import type { Locale } from './i18n'

dayjs.extend(utc)
dayjs.extend(timezone)

let timeZone = 'Asia/Shanghai'
/** Moments are shown in the signed-in person's time zone; so is "now" in a picker of dates. */
export const liveIn = (zone: string) => {
  timeZone = zone
  dayjs.tz.setDefault(zone)
}

let ownCurrency = 'CNY'
/** Amounts without a unit are in the firm's currency. */
export const countIn = (currency: string) => {
  ownCurrency = currency
}

const grouped = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 6 })

export const formatNumber = (value: number) => grouped.format(value).replace('-', '−')

const fixed = (value: number, digits: number) =>
  new Intl.NumberFormat('zh-CN', { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    value,
  )

/** 万 with one decimal from 10,000, 亿 with two from 100,000,000, whole 元 below; English gets plain figures. */
export function formatMoneyShort(amount: string | number, locale: Locale) {
  const value = Number(amount)
  const size = Math.abs(value)
  const sign = value < 0 ? '−' : ''
  if (locale === 'en') return sign + grouped.format(Math.round(size))
  if (size >= 1e8) return `${sign}${fixed(size / 1e8, 2)} 亿`
  if (size >= 1e4) return `${sign}${fixed(size / 1e4, 1)} 万`
  return sign + grouped.format(Math.round(size))
}

/** "元", "美元" in Chinese, the code otherwise. */
export function unitOf(currency: string, locale: Locale) {
  if (locale === 'en') return currency
  if (currency === 'CNY') return '元'
  return new Intl.DisplayNames('zh-CN', { type: 'currency' }).of(currency) ?? currency
}

/** Every decimal that is kept, at least those of the currency's coins. A text, so that nothing rounds it. */
export function formatMoneyExact(amount: string, currency: string) {
  const coins = coinsOf(currency)
  return new Intl.NumberFormat('zh-CN', {
    minimumFractionDigits: coins,
    maximumFractionDigits: Math.max(coins, 4),
  })
    .format(amount as `${number}`)
    .replace('-', '−')
}

/** "18.6 万" in the firm's currency, "18.6 万 美元" in another one; exact always with its unit. */
export function formatSum(sum: { amount: string; currency: string }, locale: Locale, exact = false) {
  const text = exact ? formatMoneyExact(sum.amount, sum.currency) : formatMoneyShort(sum.amount, locale)
  return exact || sum.currency !== ownCurrency ? `${text} ${unitOf(sum.currency, locale)}` : text
}

/** "今天", "明天", "昨天" by the person's clock, "11-25" within this year, "2025-11-25" otherwise. */
export function formatDay(day: string, locale: Locale, today = new Date()) {
  const date = dayjs(day)
  const now = dayjs(dayOf(today.toISOString()))
  const distance = date.startOf('day').diff(now, 'day')
  const near: Record<number, [string, string]> = {
    [-1]: ['昨天', 'yesterday'],
    0: ['今天', 'today'],
    1: ['明天', 'tomorrow'],
  }
  const word = near[distance]
  if (word) return locale === 'en' ? word[1] : word[0]
  return date.format(date.year() === now.year() ? 'MM-DD' : 'YYYY-MM-DD')
}

/** "2026 年 11 月" of "2026-11". */
export function formatMonth(month: string, locale: Locale) {
  const date = dayjs(`${month}-01`)
  if (locale === 'zh') return date.format('YYYY 年 M 月')
  return new Intl.DateTimeFormat('en-GB', { year: 'numeric', month: 'long' }).format(date.toDate())
}

const wall = (moment: string) => {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(new Date(moment))
  return parts.replace(',', '')
}

/** "11-25 14:12" within this year, in the person's time zone. */
export function formatMoment(moment: string | null | undefined, today = new Date()) {
  if (!moment) return ''
  const full = wall(moment)
  return full.startsWith(String(today.getFullYear())) ? full.slice(5) : full
}

export const dayOf = (moment: string) => wall(moment).slice(0, 10)

/** "14:12" of a moment, in the person's time zone. */
export const timeOf = (moment: string) => wall(moment).slice(11)

/** The moment at which the person's clock shows this day and time. */
export function momentAt(day: string, time: string) {
  const wanted = Date.parse(`${day}T${time}Z`)
  const shown = (at: number) => Date.parse(`${wall(new Date(at).toISOString()).replace(' ', 'T')}Z`)
  // Off by the zone's distance; asked twice, for the day on which the clocks change.
  const near = wanted + wanted - shown(wanted)
  return new Date(near + wanted - shown(near)).toISOString()
}

export function formatSize(bytes: number) {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
