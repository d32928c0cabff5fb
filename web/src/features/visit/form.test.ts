import { expect, it } from 'vitest'
import type { Row } from '@/platform/http'
import type { Kept } from '@/platform/outbox'
import { byQuestion, missing, toSend, withFile, type Question, type Template } from './form'
import { isLate, isMissed, minutesOff, standing } from './visits'

const question = (id: string, required: boolean): Question => ({
  id,
  kind: 'text',
  text: id,
  required,
  options: [],
})
const template: Template = {
  id: 't',
  version: 2,
  name: '三问',
  manner: null,
  disabled: false,
  questions: [question('a', true), question('b', true), question('c', false)],
}

it('tells what is yet to be answered; blanks and lines without a number are no answers', () => {
  const answers = byQuestion([
    { question: 'a', text: '  ' },
    { question: 'b', lines: [{ product: '密封件', number: null }] },
  ])
  expect(missing(template.questions, answers).map(({ id }) => id)).toEqual(['a', 'b'])
  expect(missing(template.questions, byQuestion([{ question: 'a', number: 0 }])).map(({ id }) => id)).toEqual(
    ['b'],
  )
})

it('sends answers in the order of the questions and to the version that was shown', () => {
  const answers = byQuestion([
    {
      question: 'c',
      lines: [
        { product: '泵', number: 3 },
        { product: '', number: 1 },
      ],
    },
    { question: 'a', text: '再快些' },
    { question: 'gone', text: '旧版的' },
  ])
  expect(toSend(template, answers)).toEqual({
    template: 't',
    version: 2,
    answers: [
      { question: 'a', text: '再快些' },
      { question: 'c', lines: [{ product: '泵', number: 3 }] },
    ],
  })
})

it('calls a photograph as the server does once it is there', () => {
  expect(withFile([{ question: 'p', files: ['local:1', '7'] }], 'local:1', '8')).toEqual([
    { question: 'p', files: ['8', '7'] },
  ])
})

const row = (more: object) => ({ id: 'v', version: 1, createdAt: '', ...more }) as Row
const kept = (kind: string, body: object) => ({ about: 'v', kind, body }) as Kept

it('goes by what the telephone keeps before the server knows', () => {
  const planned = row({ status: { id: 'planned' } })
  expect(standing(planned, []).status).toBe('planned')
  const begun = kept('visit.checkIn', { at: '2026-11-24T05:26:00Z' })
  expect(standing(planned, [begun])).toEqual({ status: 'underWay', at: '2026-11-24T05:26:00Z' })
  expect(standing(planned, [begun, kept('visit.checkOut', {})]).status).toBe('done')
  expect(standing(planned, [{ ...begun, about: 'other' }]).status).toBe('planned')
})

it('knows who is late and what was missed by the moments that the server told', () => {
  const now = new Date('2026-11-24T06:00:00Z')
  const planned = { status: { id: 'planned' }, missedFrom: '2026-11-24T16:00:00Z' }
  expect(isLate(row({ ...planned, lateFrom: '2026-11-24T05:45:00Z' }), now)).toBe(true)
  expect(isMissed(row({ ...planned, lateFrom: '2026-11-24T05:45:00Z' }), now)).toBe(false)
  expect(isMissed(row({ ...planned, missedFrom: '2026-11-23T16:00:00Z' }), now)).toBe(true)
  expect(minutesOff(row({ startsAt: '2026-11-24T05:30:00Z' }), '2026-11-24T05:26:00Z')).toBe(-4)
})
