import { expect, it } from 'vitest'
import { toggled, withRight, written, type Role } from './role'

const role: Role = {
  id: 'r',
  version: 1,
  code: 'rep',
  name: '销售',
  standard: false,
  permissions: ['customer.read'],
  scopes: {},
  fields: {},
  secondFactor: false,
}

it('gives and takes a permission', () => {
  expect(toggled(role, 'customer.export').permissions).toEqual(['customer.read', 'customer.export'])
  expect(toggled(role, 'customer.read').permissions).toEqual([])
})

it('sets a field right and takes it away again', () => {
  const masked = withRight(role, 'customer', 'phone', 'masked')
  expect(masked.fields).toEqual({ customer: { phone: 'masked' } })
  expect(withRight(masked, 'customer', 'phone', null).fields).toEqual({ customer: {} })
})

it("sends the demand of a second factor for the administrator's role too, and none of its rights", () => {
  const demanding = { ...role, secondFactor: true }
  expect(written(demanding)).toHaveProperty('permissions')
  expect(written({ ...demanding, code: 'administrator' })).toEqual({ name: '销售', secondFactor: true })
})
