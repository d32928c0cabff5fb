import { http, type Ref } from '@/platform/http'

export type Way = 'conditions' | 'pool' | 'person'

/** A rule of return as the server shows it; null for a grade that never returns. */
export interface Rule {
  days: number | null
  grades: Record<string, number | null>
  kinds: string[]
  workdays: boolean
  warnDays: number
  to: Way
  pool: Ref | null
  person: Ref | null
  since: string
  gone: boolean
}

/** The same as the form holds it. */
export interface TypedRule {
  on: boolean
  days: number | null
  grades: Record<string, number | null>
  never: string[]
  kinds: string[]
  workdays: boolean
  warnDays: number | null
  to: Way
  pool: Ref | null
  person: Ref | null
  since: string | null
}

const USUAL_DAYS = 30
const USUAL_WARNING = 3

export function ruleTyped(rule: Rule | null | undefined): TypedRule {
  const all = Object.entries(rule?.grades ?? {})
  return {
    on: !!rule,
    days: rule ? rule.days : USUAL_DAYS,
    grades: Object.fromEntries(all.filter(([, days]) => days !== null)),
    never: all.filter(([, days]) => days === null).map(([grade]) => grade),
    kinds: rule?.kinds ?? [],
    workdays: rule?.workdays ?? false,
    warnDays: rule ? rule.warnDays || null : USUAL_WARNING,
    to: rule?.to ?? 'conditions',
    pool: rule?.pool ?? null,
    person: rule?.person ?? null,
    since: rule?.since ?? null,
  }
}

/** What the server wants written; null ends the rule. */
export function ruleBody(typed: TypedRule) {
  if (!typed.on) return null
  const own = Object.entries(typed.grades ?? {}).filter(([, days]) => typeof days === 'number')
  return {
    days: typed.days ?? null,
    grades: {
      ...Object.fromEntries(own),
      ...Object.fromEntries((typed.never ?? []).map((one) => [one, null])),
    },
    kinds: typed.kinds ?? [],
    workdays: typed.workdays ?? false,
    warnDays: typed.warnDays ?? 0,
    to: typed.to,
    ...(typed.to === 'pool' && { pool: typed.pool?.id ?? '' }),
    ...(typed.to === 'person' && { person: typed.person?.id ?? '' }),
    ...(typed.since && { since: typed.since }),
  }
}

/** Who would return, and when. */
export interface Trial {
  records: number
  days: { day: string; records: number }[]
  owners: { id: string; label: string; records: number; first: string }[]
  first: { id: string; label: string; owner: string; day: string }[]
}

export const tryRule = (pool: string, typed: TypedRule) =>
  http.post<Trial>(`/pools/${pool}/return-trial`, { returns: ruleBody({ ...typed, on: true }) })
