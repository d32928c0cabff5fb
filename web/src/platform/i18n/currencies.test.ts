import { expect, it } from 'vitest'
import { coinsOf, offered } from './currencies'

it("offers the usual currencies first, each once, and never the firm's own", () => {
  const codes = offered('CNY', ['AED', 'CNY', 'USD', 'ZMW'])
  expect(codes[0]).toBe('USD')
  expect(codes).not.toContain('CNY')
  expect(codes.filter((code) => code === 'USD')).toHaveLength(1)
  expect(codes.slice(-2)).toEqual(['AED', 'ZMW'])
  expect(offered('USD', [])).toContain('CNY')
})

it('knows how small the coins of a currency are', () => {
  expect(['CNY', 'JPY', 'KWD'].map(coinsOf)).toEqual([2, 0, 3])
})
