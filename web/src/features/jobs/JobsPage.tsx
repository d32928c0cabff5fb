import { ThunderboltOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { http, type Job, type Page } from '@/platform/http'
import { formatMoment, useTexts } from '@/platform/i18n'
import { useJobs, whileRunning, type Jobs } from '@/platform/jobs'
import { JobActs, JobResult, JobState } from '@/platform/jobs/JobParts'
import { ask, Empty, PageHead, RowSkeleton, Trouble } from '@/platform/ui'

const useMine = () =>
  useQuery({
    queryKey: ['jobs', 'mine'],
    queryFn: ({ signal }) => http.get<Page<Job>>('/jobs', undefined, signal),
    select: (page) => page.items,
    refetchInterval: ({ state }) => whileRunning(state.data?.items),
  })

function Line({ job, jobs }: { job: Job; jobs: Jobs }) {
  const { t } = useTexts()
  const undo = async () => {
    const question = {
      title: t('job.undoAsk', { label: job.label }),
      text: t('job.undoText'),
      yes: t('common.undo'),
      no: t('common.keep'),
      danger: true,
    }
    if (await ask(question)) await jobs.undo(job)
  }
  return (
    <tr>
      <td>{job.label}</td>
      <td className="num ink3">{formatMoment(job.createdAt)}</td>
      <td>
        <JobState job={job} />
      </td>
      <td>
        <JobResult job={job} />
      </td>
      <td>
        <JobActs
          job={job}
          jobs={jobs}
          {...(job.kind === 'import' && { file: t('imports.refusedFile') })}
          undo={{ label: t('common.undo'), run: () => void undo() }}
        />
      </td>
    </tr>
  )
}

function Table({ lines, jobs }: { lines: Job[]; jobs: Jobs }) {
  const { t } = useTexts()
  return (
    <table className="grid-table job-table">
      <thead>
        <tr>
          <th>{t('job.what')}</th>
          <th>{t('bin.at')}</th>
          <th>{t('downloads.state')}</th>
          <th>{t('imports.steps.result')}</th>
          <th aria-label={t('job.acts')} />
        </tr>
      </thead>
      <tbody>
        {lines.map((job) => (
          <Line key={job.id} job={job} jobs={jobs} />
        ))}
      </tbody>
    </table>
  )
}

/** One's own long work, running or over: how far it is, what came of it, what was refused, and the way back. */
export default function JobsPage() {
  const { t } = useTexts()
  const client = useQueryClient()
  const { data, error, isPending, refetch } = useMine()
  const jobs = useJobs(() => void client.invalidateQueries())
  return (
    <div className="page">
      <PageHead title={t('shell.jobs')} />
      <div className="page-body scroll-x">
        {isPending && <RowSkeleton />}
        {error && (
          <Trouble
            title={t('common.notDone', { what: t('shell.jobs') })}
            error={error}
            again={() => void refetch()}
          />
        )}
        {data?.length === 0 && (
          <Empty icon={<ThunderboltOutlined />} title={t('job.noneYet')} hint={t('job.noneHint')} />
        )}
        {!!data?.length && <Table lines={data} jobs={jobs} />}
      </div>
    </div>
  )
}
