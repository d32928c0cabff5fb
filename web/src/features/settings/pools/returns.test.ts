import { expect, it } from 'vitest'
import { ruleBody, ruleTyped, type Rule } from './returns'

const rule: Rule = {
  days: 30,
  grades: { high: 60, low: null },
  kinds: ['visit'],
  workdays: true,
  warnDays: 3,
  to: 'person',
  pool: null,
  person: { id: 'p', label: '王五' },
  since: '2026-11-24',
  gone: false,
}

it('writes a rule as it was read', () => {
  expect(ruleBody(ruleTyped(rule))).toEqual({
    days: 30,
    grades: { high: 60, low: null },
    kinds: ['visit'],
    workdays: true,
    warnDays: 3,
    to: 'person',
    person: 'p',
    since: '2026-11-24',
  })
})

it('ends the rule when it is switched off, and begins with none', () => {
  expect(ruleBody(ruleTyped(null))).toBeNull()
  expect(ruleBody({ ...ruleTyped(rule), on: false })).toBeNull()
})

it('a grade that never returns is not asked for its days', () => {
  const typed = { ...ruleTyped(rule), grades: { high: 60 }, never: ['high'] }
  expect(ruleBody(typed)?.grades).toEqual({ high: null })
})
