import { DownloadOutlined } from '@ant-design/icons'
import { Button, Progress } from 'antd'
import { formatNumber, useTexts } from '../i18n'
import { Tag } from '../ui'
import { countsOf, didSomething, downloadFile, over, type Shown } from './jobs'
import { look } from './looking'
import type { Jobs } from './useJobs'
import './jobs.css'

const tones = { done: 'ok', failed: 'bad', cancelled: 'gray', running: 'blue', queued: 'gray' } as const

/** The state in a word, and how far it is while it runs. */
export function JobState({ job }: { job: Shown }) {
  const { t } = useTexts()
  const { done, total } = job.progress
  return (
    <span className="job-state">
      <Tag color={tones[job.state]}>{t(`job.states.${job.state}`)}</Tag>
      {job.state === 'running' && (
        <>
          <Progress
            size="small"
            showInfo={false}
            aria-label={job.label}
            percent={total ? Math.round((done / total) * 100) : 0}
          />
          <span className="num note">
            {formatNumber(done)} / {total === null ? '…' : formatNumber(total)}
          </span>
        </>
      )}
    </span>
  )
}

/** What came of it, and why there is no more. */
export function JobResult({ job }: { job: Shown }) {
  const { t } = useTexts()
  const why = job.problem?.detail
  return (
    <>
      <span className="num">{countsOf(job) || (over(job) && !why ? t('common.none') : '')}</span>
      {why && <div className="bad">{why}</div>}
    </>
  )
}

interface ActsProps {
  job: Shown
  jobs: Jobs
  /** What its file is called; without it by its own name. */
  file?: string
  undo: { label: string; run: () => void }
}

/** Stop it while it runs; afterwards fetch its file, see what was refused, take it back. */
export function JobActs({ job, jobs, file, undo }: ActsProps) {
  const { t } = useTexts()
  if (!over(job) && !job.cancellable) return null
  if (!over(job))
    return (
      <Button size="small" onClick={() => void jobs.stop(job)}>
        {t('job.cancel')}
      </Button>
    )
  const files = job.files ?? []
  return (
    <span className="job-acts">
      {files.map(({ id, name }) => (
        <Button key={id} size="small" icon={<DownloadOutlined />} onClick={() => downloadFile(id)}>
          {file ?? name}
        </Button>
      ))}
      {!files.length && !!job.result?.refused && (
        <Button size="small" onClick={() => look(job)}>
          {t('job.look')}
        </Button>
      )}
      {didSomething(job) && (
        <Button size="small" onClick={undo.run}>
          {undo.label}
        </Button>
      )}
    </span>
  )
}
