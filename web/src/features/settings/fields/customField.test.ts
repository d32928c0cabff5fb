import { expect, it } from 'vitest'
import { choicesOf, draftOf, faultOf, newChoice, swapped } from './customField'

const level = [
  { id: 'high', label: '高', labelEn: 'High', color: 'bad', disabled: false },
  { id: 'low', label: '低', labelEn: null, color: 'gray', disabled: false },
]

it('keeps the id of an option that is renamed, and drops new lines left blank', () => {
  const drafts = draftOf(level).map((one) => (one.id === 'high' ? { ...one, label: ' 很高 ' } : one))
  expect(choicesOf([...drafts, newChoice(), { ...newChoice(), label: '中' }])).toEqual([
    { ...level[0], label: '很高' },
    level[1],
    { label: '中', labelEn: null, color: 'gray', disabled: false },
  ])
})

it('begins with one line to fill', () => {
  expect(draftOf(null)).toHaveLength(1)
  expect(faultOf(draftOf(null))).toBe('none')
})

it('tells of names that are missing or there twice', () => {
  const [high, low] = draftOf(level)
  expect(faultOf([high!, low!])).toBeNull()
  expect(faultOf([{ ...high!, label: '' }, low!])).toBe('blank')
  expect(faultOf([high!, { ...low!, label: '高 ' }])).toBe('twice')
})

it('moves an option by one place, not beyond the ends', () => {
  expect(swapped(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c'])
  expect(swapped(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c'])
})
