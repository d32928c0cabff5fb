import { act, renderHook } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { useAlone } from './useAlone'

it('does not begin again while it runs', async () => {
  const { result } = renderHook(useAlone)
  const ends: (() => void)[] = []
  const work = vi.fn(() => new Promise<void>((done) => ends.push(done)))
  act(() => {
    void result.current.alone(work)
    void result.current.alone(work)
  })
  expect(work).toHaveBeenCalledTimes(1)
  expect(result.current.busy).toBe(true)
  await act(async () => ends[0]!())
  expect(result.current.busy).toBe(false)
  act(() => void result.current.alone(work))
  expect(work).toHaveBeenCalledTimes(2)
})
