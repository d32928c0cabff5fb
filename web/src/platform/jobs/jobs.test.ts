import { afterEach, beforeAll, expect, it } from 'vitest'
import type { Job } from '../http'
import { startI18n, switchLanguage } from '../i18n/i18n'
import { countsOf, jobSentence, stopSentence, whileRunning } from './jobs'

beforeAll(startI18n)
afterEach(() => switchLanguage('zh'))

const job: Job = {
  id: '1',
  kind: 'bulk',
  label: '批量修改',
  state: 'cancelled',
  progress: { done: 100, total: 130 },
  result: { done: 98, refused: 2 },
  createdAt: '',
  undoable: true,
  cancellable: true,
}

it('says how far a stopped job came', () => {
  expect(stopSentence(job)).toBe('批量修改已停下。到 100 / 130 为止的都还在。')
})

it('says nothing of rows where a job does all or nothing', () => {
  expect(stopSentence({ ...job, result: null })).toBe('批量修改已停下。')
})

const failed = (detail: string): Job => ({
  ...job,
  label: '导入',
  state: 'failed',
  progress: { done: 500, total: 1000 },
  problem: { status: 401, code: 'ticketGone', detail },
})

it('says why a job broke off, each sentence with its own end', () => {
  const said = '导入没做完。发起任务的会话或令牌已失效，任务停了。到 500 / 1,000 为止的都还在。'
  expect(stopSentence(failed('发起任务的会话或令牌已失效，任务停了'))).toBe(said)
  expect(stopSentence(failed('发起任务的会话或令牌已失效，任务停了。'))).toBe(said)
})

it('says so in English too', async () => {
  await switchLanguage('en')
  const said =
    'Import did not finish. Its maker is locked; the job stopped. What was done up to 500 / 1,000 stays.'
  expect(stopSentence({ ...failed('Its maker is locked; the job stopped'), label: 'Import' })).toBe(said)
})

it('says nothing of how far it came where it did not come far', () => {
  const atOnce = { ...failed('发起人已停用，任务停了'), progress: { done: 0, total: 1000 } }
  expect(stopSentence(atOnce)).toBe('导入没做完。发起人已停用，任务停了。')
  expect(stopSentence({ ...atOnce, problem: null })).toBe('导入没做完。')
})

it('counts what was filled, and leaves out what is nought', () => {
  const result = { created: 0, updated: 0, merged: 1204, skipped: 0, refused: 2 }
  expect(countsOf({ result })).toBe('补空 1,204，没成 2')
  expect(countsOf({ result: null })).toBe('')
})

it('counts what came of it: records treated, or pairs found, none among them', () => {
  const done: Job = { ...job, state: 'done', progress: { done: 130, total: 130 } }
  expect(jobSentence(done)).toBe('批量修改，128 条，2 条没成')
  const search = { ...done, label: '清查疑似重复' }
  expect(jobSentence({ ...search, result: { compared: 1490, pairs: 1 } })).toBe('清查疑似重复，1 对')
  expect(jobSentence({ ...search, result: { compared: 1490, pairs: 0 } })).toBe('清查疑似重复，0 对')
})

it('reads a list again only while something runs', () => {
  expect(whileRunning([job, { ...job, state: 'queued' }])).toBe(2000)
  expect(whileRunning([job])).toBe(false)
  expect(whileRunning(undefined)).toBe(false)
})
