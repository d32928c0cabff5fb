import { expect, it } from 'vitest'
import type { Field } from '../../http'
import { standstill } from './moves'
import { nextBox } from './steps'

const field = (more: Partial<Field> = {}) =>
  ({ name: 'stage', right: 'write', readOnly: false, ...more }) as Field
const all = () => true

it('says why nothing can be moved', () => {
  expect(standstill('customer', field(), all)).toBeNull()
  expect(standstill('customer', field(), (right) => right !== 'customer.update')).toBe('noUpdate')
  expect(standstill('customer', field({ name: 'owner' }), (right) => right !== 'customer.assign')).toBe(
    'noAssign',
  )
  expect(standstill('customer', field({ readOnly: true }), all)).toBe('fixed')
  expect(standstill('customer', field({ right: 'read' }), all)).toBe('fixed')
})

it('an arrow key finds the neighbour, and none beyond the edge', () => {
  const box = (column: number, line: number) => ({
    left: column * 100,
    top: line * 50,
    width: 90,
    height: 40,
  })
  const boxes = [0, 1, 2].flatMap((line) => [0, 1, 2].map((column) => box(column, line)))
  expect(nextBox(box(1, 1), boxes, 'left')).toEqual(box(0, 1))
  expect(nextBox(box(1, 1), boxes, 'down')).toEqual(box(1, 2))
  expect(nextBox(box(0, 1), boxes, 'left')).toBeUndefined()
})
