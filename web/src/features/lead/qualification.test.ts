import { expect, it } from 'vitest'
import { answered, scoreOf, type Standing } from './qualification'

const standing: Standing = {
  version: 1,
  threshold: 30,
  score: 20,
  qualified: false,
  items: [
    { id: 'a', kind: 'fit', name: '对口', points: 20, answer: true },
    { id: 'b', kind: 'interest', name: '有预算', points: 10, answer: null },
  ],
}

it('tells the score at once as the server will', () => {
  expect(scoreOf(standing.items)).toBe(20)
  const next = answered(standing, 'b', true)
  expect([next.score, next.qualified]).toEqual([30, true])
  expect(answered(next, 'a', false).qualified).toBe(false)
  expect(standing.items[1]!.answer).toBeNull()
})
