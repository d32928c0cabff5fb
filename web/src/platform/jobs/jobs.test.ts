import { beforeAll, expect, it } from 'vitest'
import type { Job } from '../http'
import { startI18n } from '../i18n/i18n'
import { stopSentence } from './jobs'

beforeAll(startI18n)

const job: Job = {
  id: '1',
  kind: 'bulk',
  label: '批量修改',
  state: 'cancelled',
  progress: { done: 100, total: 130 },
  result: { done: 98, refused: 2 },
  createdAt: '',
  undoable: true,
}

it('says how far a stopped job came', () => {
  expect(stopSentence(job)).toBe('批量修改已停下。到 100 / 130 为止的都还在。')
})

it('says nothing of rows where a job does all or nothing', () => {
  expect(stopSentence({ ...job, result: null })).toBe('批量修改已停下。')
})
