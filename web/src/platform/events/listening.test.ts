import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { keepListening } from './listening'

class FakeLine {
  readyState = 1
  acts: Record<string, () => void> = {}
  addEventListener = (name: string, act: unknown) => {
    this.acts[name] = act as () => void
  }
  close = () => {
    this.readyState = 2
  }
}

let lines: FakeLine[]
const missed = vi.fn()
let stop: () => void

const connect = () => {
  const line = new FakeLine()
  lines.push(line)
  return line
}
const look = (hidden: boolean) => {
  Object.defineProperty(document, 'hidden', { value: hidden, configurable: true })
  document.dispatchEvent(new Event('visibilitychange'))
}

beforeEach(() => {
  vi.useFakeTimers()
  missed.mockClear()
  lines = []
  stop = keepListening(connect, missed)
  lines[0]!.acts.open!()
})
afterEach(() => {
  stop()
  look(false)
  vi.useRealTimers()
})

it('asks again when the server said no', () => {
  lines[0]!.readyState = 2
  lines[0]!.acts.error!()
  vi.advanceTimersByTime(29_000)
  expect(lines).toHaveLength(1)
  vi.advanceTimersByTime(1_000)
  expect(lines).toHaveLength(2)
})

it('leaves a line alone that the browser mends itself, and reads anew once it is back', () => {
  lines[0]!.readyState = 0
  lines[0]!.acts.error!()
  vi.advanceTimersByTime(120_000)
  expect(lines).toHaveLength(1)
  expect(missed).not.toHaveBeenCalled()
  lines[0]!.acts.open!()
  expect(missed).toHaveBeenCalledOnce()
})

it('lets go of the line after a minute out of sight and takes it up when looked at', () => {
  look(true)
  vi.advanceTimersByTime(59_000)
  expect(lines[0]!.readyState).toBe(1)
  vi.advanceTimersByTime(1_000)
  expect(lines[0]!.readyState).toBe(2)
  look(false)
  expect(lines).toHaveLength(2)
  lines[1]!.acts.open!()
  expect(missed).toHaveBeenCalledOnce()
})

it('keeps the line through a short look elsewhere', () => {
  look(true)
  vi.advanceTimersByTime(5_000)
  look(false)
  vi.advanceTimersByTime(120_000)
  expect(lines).toHaveLength(1)
  expect(lines[0]!.readyState).toBe(1)
})

it('keeps the line it took up again where the server had closed one out of sight', () => {
  look(true)
  vi.advanceTimersByTime(10_000)
  lines[0]!.readyState = 2
  lines[0]!.acts.error!()
  vi.advanceTimersByTime(10_000)
  look(false)
  expect(lines).toHaveLength(2)
  vi.advanceTimersByTime(60_000)
  expect(lines).toHaveLength(2)
  expect(lines[1]!.readyState).toBe(1)
})

it('does not ask again while nobody looks', () => {
  look(true)
  lines[0]!.readyState = 2
  lines[0]!.acts.error!()
  vi.advanceTimersByTime(120_000)
  expect(lines).toHaveLength(1)
})

it('takes no line in the background before it is looked at, and then reads anew', () => {
  stop()
  look(true)
  lines = []
  stop = keepListening(connect, missed)
  vi.advanceTimersByTime(120_000)
  expect(lines).toHaveLength(0)
  look(false)
  expect(lines).toHaveLength(1)
  lines[0]!.acts.open!()
  expect(missed).toHaveBeenCalledOnce()
})
