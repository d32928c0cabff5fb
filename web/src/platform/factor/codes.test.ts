import { expect, it } from 'vitest'
import { grouped, isWhole } from './codes'

it('knows a whole code of an authenticator, also in two halves or in wide digits', () => {
  expect(['123456', '123 456', ' 123456 ', '１２３４５６'].every(isWhole)).toBe(true)
  expect(['12345', '1234567', '12 3456', 'abcd-efgh-jkmn', ''].some(isWhole)).toBe(false)
})

it('groups a secret by four', () => {
  expect(grouped('ABCDEFGHIJ')).toBe('ABCD EFGH IJ')
})
