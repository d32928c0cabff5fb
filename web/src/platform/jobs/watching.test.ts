import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import type { Job } from '../http'
import { startI18n } from '../i18n/i18n'
import { openJobs, watchJob } from './jobs'

beforeAll(startI18n)
afterEach(() => vi.unstubAllGlobals())

const job: Job = {
  id: '7',
  kind: 'bulk',
  label: '批量修改',
  state: 'running',
  progress: { done: 100, total: 130 },
  createdAt: '',
  undoable: true,
  cancellable: true,
}
const answering = (body: unknown) => {
  const fetch = vi.fn(() => Promise.resolve(new Response(JSON.stringify(body), { status: 200 })))
  vi.stubGlobal('fetch', fetch)
  return fetch
}

it('asks for what still runs', async () => {
  const fetch = answering({ items: [job] })
  expect(await openJobs()).toEqual([job])
  expect(fetch.mock.calls[0]).toEqual(expect.arrayContaining(['/api/v1/jobs?open=true']))
})

it('follows a job once, though two ask for it', async () => {
  const fetch = answering({ ...job, state: 'done', result: { done: 130 } })
  const watch = { client: new QueryClient(), after: vi.fn() }
  await Promise.all([watchJob(job, watch), watchJob(job, watch)])
  expect(fetch).toHaveBeenCalledOnce()
  expect(watch.after).toHaveBeenCalledOnce()
})
