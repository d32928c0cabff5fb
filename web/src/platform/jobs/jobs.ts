import { useQuery, type QueryClient } from '@tanstack/react-query'
import { address, http, type Job, type Page } from '../http'
import { formatNumber, text } from '../i18n'
import { showToast, toastProblem } from '../toast'
import { look } from './looking'

/** What there is to show of a job, whichever list it comes from. */
export type Shown = Pick<
  Job,
  'id' | 'label' | 'state' | 'progress' | 'result' | 'files' | 'undoable' | 'cancellable' | 'problem'
>

export const over = ({ state }: Pick<Job, 'state'>) =>
  state === 'done' || state === 'failed' || state === 'cancelled'

/** Reads a list of jobs again while one of them still runs. */
export const whileRunning = (jobs: Pick<Job, 'state'>[] | undefined) =>
  jobs?.every(over) === false ? 2000 : false

export const openJobs = () => http.get<Page<Job>>('/jobs', { open: true }).then(({ items }) => items)

export const stopJob = (id: string) => http.post(`/jobs/${id}/cancel`)

/** One job, read again every second until it is over; the event stream brings news sooner. */
export const useJob = (id: string | null | undefined) =>
  useQuery({
    queryKey: ['job', id ?? ''],
    queryFn: ({ signal }) => http.get<Job>(`/jobs/${id}`, undefined, signal),
    enabled: !!id,
    refetchInterval: ({ state }) => (state.data && over(state.data) ? false : 1000),
  })

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

async function next(client: QueryClient, id: string) {
  await pause(700)
  const told = client.getQueryData<Job>(['job', id])
  return told && over(told) ? told : http.get<Job>(`/jobs/${id}`)
}

/** The sentence about a finished job: what was done, and how many were refused. */
export function jobSentence(job: Job) {
  const { refused = 0, pairs } = job.result ?? {}
  if (pairs !== undefined) return text('job.found', { label: job.label, n: formatNumber(pairs) })
  const count = (job.progress.total ?? job.progress.done) - refused
  const done = text('job.done', { label: job.label, n: formatNumber(count) })
  return refused ? `${done}，${text('job.refused', { n: formatNumber(refused) })}` : done
}

const parts = [
  'created',
  'updated',
  'merged',
  'skipped',
  'done',
  'rows',
  'pairs',
  'removed',
  'refused',
] as const

/** What came of a job in numbers, without those that are nought. */
export const countsOf = ({ result }: Pick<Job, 'result'>) =>
  parts
    .filter((part) => result?.[part])
    .map((part) => text(`job.counts.${part}`, { n: formatNumber(result![part]!) }))
    .join(text('job.and'))

const did = (job: Pick<Job, 'result'>) =>
  Object.entries(job.result ?? {}).reduce(
    (sum, [part, count]) => (part === 'refused' || part === 'skipped' ? sum : sum + count),
    0,
  )
export const didSomething = (job: Pick<Job, 'result' | 'undoable'>) => job.undoable && did(job) > 0

/** The sentences about a job that was stopped or broke off: why, and how far it came, for that stays. */
export function stopSentence(job: Shown) {
  const end = text(`job.${job.state as 'failed'}`, { label: job.label })
  const reason = (job.problem?.detail ?? job.problem?.title ?? '').replace(/[。.]$/, '')
  const why = reason && text('job.why', { why: reason })
  const { done, total } = job.progress
  if (!job.result || done === 0) return end + why
  const far = { done: formatNumber(done), total: total === null ? '…' : formatNumber(total) }
  return end + why + text('job.far', far)
}

export const downloadFile = (id: string) => {
  window.location.assign(address(`/files/${id}`))
}

interface Watch {
  client: QueryClient
  /** Read lists again, show results … once the job is over. */
  after: (job: Job) => void
}

function sayEnd(job: Job, watch: Watch) {
  const id = `job${job.id}`
  const undo = { label: text('common.undo'), run: () => void undoJob(job.id, watch) }
  if (job.state !== 'done') {
    showToast({ id, kind: 'failed', text: stopSentence(job), ...(didSomething(job) && { act: undo }) })
    return
  }
  const file = job.files?.[0]
  const sentence = jobSentence(job)
  if (job.result?.refused) {
    const act = { label: text('job.look'), run: () => look(job) }
    showToast({ id, kind: 'failed', text: sentence, act })
  } else if (file) {
    const act = { label: text('job.download'), run: () => downloadFile(file.id) }
    showToast({ id, kind: 'done', text: sentence, act, stays: 30_000 })
  } else showToast({ id, kind: 'done', text: sentence, ...(job.undoable && { act: undo, stays: 30_000 }) })
}

const watched = new Set<string>()

/** Shows a job as a toast from its first to its last row; once, however often it is asked. */
export async function watchJob(started: Job, watch: Watch): Promise<void> {
  if (watched.has(started.id)) return
  watched.add(started.id)
  let job = started
  try {
    while (!over(job)) {
      const { done, total } = job.progress
      const progress = text('job.running', {
        label: job.label,
        done: formatNumber(done),
        total: total === null ? '…' : formatNumber(total),
      })
      const cancel = {
        label: text('job.cancel'),
        run: () => void stopJob(job.id).catch(toastProblem),
      }
      showToast({ id: `job${job.id}`, kind: 'busy', text: progress, ...(job.cancellable && { act: cancel }) })
      job = await next(watch.client, job.id)
    }
    watch.client.setQueryData(['job', job.id], job)
    sayEnd(job, watch)
  } catch (error) {
    toastProblem(error)
  }
  watched.delete(job.id)
  watch.after(job)
}

export async function undoJob(id: string, watch: Watch) {
  try {
    await watchJob(await http.post<Job>(`/jobs/${id}/undo`), watch)
  } catch (error) {
    toastProblem(error)
  }
}
