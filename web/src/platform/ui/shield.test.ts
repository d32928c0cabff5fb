import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { shieldFrom } from './shield'

const beneath = document.body.appendChild(document.createElement('button'))
const went = vi.fn()
beneath.addEventListener('click', went)

const click = (clientX: number) =>
  beneath.dispatchEvent(new MouseEvent('click', { clientX, clientY: 100, detail: 1, bubbles: true }))

beforeEach(() => {
  vi.useFakeTimers()
  went.mockClear()
})
afterEach(() => {
  vi.runAllTimers()
  vi.useRealTimers()
})

it('keeps the second click of two from what lies beneath, and only that', () => {
  shieldFrom({ clientX: 300, clientY: 100, detail: 1 })
  click(303)
  expect(went).not.toHaveBeenCalled()
  click(400)
  expect(went).toHaveBeenCalledOnce()
  vi.advanceTimersByTime(600)
  click(303)
  expect(went).toHaveBeenCalledTimes(2)
})

it('is not needed for an answer by keyboard', () => {
  shieldFrom({ clientX: 0, clientY: 100, detail: 0 })
  click(0)
  expect(went).toHaveBeenCalledOnce()
})
