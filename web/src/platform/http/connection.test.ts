import { expect, it } from 'vitest'
import { answered, isLost, onConnection, unanswered } from './connection'

it('is lost while nothing but kept answers come, and tells each turn once', () => {
  let turns = 0
  const stop = onConnection(() => turns++)
  unanswered()
  unanswered()
  expect(isLost()).toBe(true)
  answered(new Response('{}', { headers: { 'X-Chaoxi-Seen': '1' } }))
  expect(isLost()).toBe(true)
  answered(new Response('{}'))
  expect(isLost()).toBe(false)
  expect(turns).toBe(2)
  stop()
})
