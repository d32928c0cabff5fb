import { expect, it } from 'vitest'
import { asSent, asWritten } from './templates'

it('sends of each question what its kind has and keeps its id', () => {
  const sent = asSent({
    name: '季度拜访',
    manner: null,
    questions: [
      { id: 'q1', kind: 'number', text: '几台', required: true, unit: '台', min: 0, max: null, options: [] },
      {
        kind: 'choice',
        text: '状态',
        required: false,
        options: [{ id: 'a', label: '正常' }, { label: '停机' }],
        unit: '台',
      },
      { kind: 'text', text: '原话', required: false, options: [{ label: '没用' }], min: 3 },
    ],
  })
  expect(sent).toEqual({
    name: '季度拜访',
    questions: [
      { id: 'q1', kind: 'number', text: '几台', required: true, unit: '台', min: 0 },
      {
        kind: 'choice',
        text: '状态',
        required: false,
        options: [{ id: 'a', label: '正常' }, { label: '停机' }],
      },
      { kind: 'text', text: '原话', required: false },
    ],
  })
})

it('begins a new template with a first question', () => {
  expect(asWritten(null).questions).toHaveLength(1)
})
