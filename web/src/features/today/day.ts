import type { Choice, Count, Ref } from '@/platform/http'
import { formatNumber } from '@/platform/i18n'

export interface Item {
  rank: number
  record: { object: string; id: string; label: string | null; version: number }
  customer: Ref | null
  why: { key: string; arguments: Record<string, unknown>; text: string }
  due: string | null
  shown: { grade?: Choice | null; contactName?: string | null; [field: string]: unknown }
  acts: string[]
}

export interface Section {
  key: string
  label: string
  weight: 'late' | 'open' | 'spare'
  object: string
  filter: string
  sort: string
  count: Count
  items: Item[]
}

/** How much is to be done; "at least" where it is not exact. */
export interface Open {
  value: number
  late: number
  exact: boolean
}

export interface Done {
  key: string
  label: string
  object: string
  filter: string
  today: Count
  yesterday: Count
}

export interface Day {
  /** The date on which one looks, in one's own time zone. */
  day: string
  team: boolean
  open: Open
  sections: Section[]
  done: Done[]
}

const isOf = (item: Item, gone: Item) =>
  item.record.object === gone.record.object && item.record.id === gone.record.id

/** What is left when one thing is done: the rows move up, the numbers fall. */
export function without(day: Day, gone: Item): Day {
  const open = { ...day.open }
  let rank = 0
  const sections = day.sections.map((section) => {
    const items = section.items.filter((item) => !isOf(item, gone))
    const fewer = section.items.length - items.length
    if (section.weight !== 'spare') open.value -= fewer
    if (section.weight === 'late') open.late -= fewer
    return {
      ...section,
      count: { ...section.count, value: section.count.value - fewer },
      items: items.map((item) => ({ ...item, rank: ++rank })),
    }
  })
  return { ...day, open, sections }
}

/** The sections in which something waits, or the one that was chosen. */
export const waiting = (day: Day, chosen: string | undefined) => {
  const found = day.sections.filter(({ items }) => items.length > 0)
  return found.some(({ key }) => key === chosen) ? found.filter(({ key }) => key === chosen) : found
}

export const itemsOf = (sections: Section[]) => sections.flatMap(({ items }) => items)

/** Behind one thing the next of which a customer can be logged; from the top where it was the last. */
export function nextToLog(items: Item[], after: Item): Item | null {
  const others = items.filter((item) => item.acts.includes('log') && !isOf(item, after))
  return others.find(({ rank }) => rank > after.rank) ?? others[0] ?? null
}

/** Date plus days, as dates of the calendar. */
const plus = (day: string, days: number) => {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** Days that are offered for the next follow-up; none of them lies behind the day on which one looks. */
export function offered(day: string) {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  const tomorrow = plus(day, 1)
  const monday = plus(day, (8 - weekday) % 7 || 7)
  return monday === tomorrow ? { monday } : { tomorrow, monday }
}

export interface Figure {
  key: string
  label: string
  object: string
  filter: string
  most: number | null
}

export interface Member {
  person: { id: string; label: string | null }
  department: { id: string; label: string | null } | null
  away: boolean
  numbers: Record<string, Count>
}

export interface Team {
  figures: Figure[]
  items: Member[]
  more: boolean
}

/** What the list behind a number is filtered by. */
export const filterOf = (member: Member, figure: Figure) =>
  [`owner==${member.person.id}`, figure.filter].filter(Boolean).join(';')

/** By a number, the largest or the smallest first; people of whom it is not told stand last. */
export const ranked = (items: Member[], key: string, ascending: boolean) =>
  [...items].sort((one, other) => {
    const a = one.numbers[key]?.value
    const b = other.numbers[key]?.value
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined)
    return ascending ? a - b : b - a
  })

export const told = ({ value, exact }: { value: number; exact: boolean }) =>
  formatNumber(value) + (exact ? '' : '+')
