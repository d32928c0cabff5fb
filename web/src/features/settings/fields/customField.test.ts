import { expect, it } from 'vitest'
import { choicesOf } from './customField'

it('keeps ids of choices that stay, drops blank and repeated lines', () => {
  expect(choicesOf('高\n\n 低 \n高', [{ id: 'high', label: '高' }])).toEqual([
    { id: 'high', label: '高' },
    { label: '低' },
  ])
})
