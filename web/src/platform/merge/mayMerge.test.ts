import { expect, it } from 'vitest'
import { mayMerge, undoable } from './mayMerge'

it('needs the rights to change and to delete as well', () => {
  const rights = ['customer.merge', 'customer.update', 'customer.delete']
  expect(mayMerge((right) => rights.includes(right), 'customer')).toBe(true)
  for (const missing of rights)
    expect(mayMerge((right) => rights.includes(right) && right !== missing, 'customer')).toBe(false)
})

it('can be undone for thirty days', () => {
  const now = Date.parse('2026-11-22T12:00:00Z')
  expect(undoable('2026-10-23T12:00:01Z', now)).toBe(true)
  expect(undoable('2026-10-23T12:00:00Z', now)).toBe(false)
})
