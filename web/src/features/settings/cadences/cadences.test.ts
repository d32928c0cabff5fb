import { expect, it } from 'vitest'
import { bodyOf, typed, type Cadence } from './cadences'

const row: Cadence = {
  id: 'c',
  version: 2,
  name: '满意度回访',
  condition: 'grade==high',
  every: 3,
  unit: 'month',
  kind: 'call',
  person: { id: 'p', label: '李梅' },
  restarts: false,
  leadDays: 5,
  subject: '回访 {客户}',
  goal: null,
  active: true,
  since: '2026-11-24',
}

it('writes a rhythm as it was read', () => {
  const { id, version, since, ...plain } = row
  expect(id + version + since).toBeTruthy()
  expect(bodyOf(typed(row))).toEqual({ ...plain, person: 'p' })
})

it('names nobody where the owner does it, and nothing that was left empty', () => {
  const body = bodyOf({
    ...typed(row),
    doer: 'owner',
    condition: '',
    subject: ' ',
    goal: ' ',
    leadDays: null,
  })
  expect(body).toMatchObject({ person: null, condition: null, subject: null, goal: null, leadDays: 0 })
})
