import { expect, it } from 'vitest'
import { isTelling, marksOf } from './marks'

it('compares what is typed, and a reference by its id', () => {
  expect(marksOf('contact', { name: ' 王 ', customer: { id: 'c1', label: '甲' }, email: null })).toEqual({
    name: '王',
    customer: 'c1',
  })
  expect(marksOf('person', { name: '王建国' })).toEqual({})
})

it('waits until something tells', () => {
  expect(isTelling(marksOf('contact', { name: '王', customer: { id: 'c1', label: '甲' } }))).toBe(false)
  expect(isTelling(marksOf('contact', { name: '王建' }))).toBe(true)
})
