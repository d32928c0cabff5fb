import { renderHook } from '@testing-library/react'
import { expect, it } from 'vitest'
import { useOnce } from './useOnce'

it('sends the same under the same key, what was corrected or is begun anew under another', () => {
  const { keyOf, done } = renderHook(useOnce).result.current
  const first = keyOf('苏州恒锐')
  expect(first).toMatch(/^[0-9a-f]{32}$/)
  expect(keyOf('苏州恒锐')).toBe(first)
  const corrected = keyOf('苏州恒锐精密')
  expect(corrected).not.toBe(first)
  done()
  expect(keyOf('苏州恒锐精密')).not.toBe(corrected)
})
