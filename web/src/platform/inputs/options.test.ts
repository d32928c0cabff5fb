import { expect, it } from 'vitest'
import { optionsOf } from './ChoiceInput'

const one = (id: string, more = {}) => ({ id, label: id, ...more })

it('offers tags by their groups, those without one first', () => {
  const tags = [one('展会', { group: '来路' }), one('老客户'), one('网站', { group: '来路' })]
  expect(optionsOf(tags, [])).toEqual([
    { value: '老客户', label: '老客户' },
    {
      label: '来路',
      options: [
        { value: '展会', label: '展会' },
        { value: '网站', label: '网站' },
      ],
    },
  ])
})

it('keeps upper items as headings, and a disabled one only where it is chosen', () => {
  const items = [one('线上'), one('抖音', { parent: '线上' }), one('停用的', { disabled: true })]
  expect(optionsOf(items, [])).toEqual([
    {
      label: '线上',
      options: [
        { value: '线上', label: '线上' },
        { value: '抖音', label: '抖音' },
      ],
    },
  ])
  expect(optionsOf(items, ['停用的'])).toHaveLength(2)
})
