import { expect, it } from 'vitest'
import { toggled, withRight, type Role } from './role'

const role: Role = {
  id: 'r',
  version: 1,
  code: 'rep',
  name: '销售',
  standard: false,
  permissions: ['customer.read'],
  scopes: {},
  fields: {},
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
