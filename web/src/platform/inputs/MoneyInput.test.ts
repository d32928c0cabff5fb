import { expect, it } from 'vitest'
import { withinDecimals } from './MoneyInput'

it('takes as many decimals as the field keeps, and none for a currency without coins', () => {
  expect(withinDecimals('1.23456', { decimals: 4 }, 'CNY')).toBe('1.2345')
  expect(withinDecimals('1.239', { decimals: null }, 'USD')).toBe('1.23')
  expect(withinDecimals('1.5', { decimals: 0 }, 'CNY')).toBe('1')
  expect(withinDecimals('1500.5', { decimals: 4 }, 'JPY')).toBe('1500')
  expect(withinDecimals('-20', { decimals: 2 }, 'USD')).toBe('-20')
})
