import { UploadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { http, type Page, type Ref } from '@/platform/http'
import { formatMoment, useTexts } from '@/platform/i18n'
import { whileRunning, type Shown } from '@/platform/jobs'
import { JobActs, JobResult, JobState } from '@/platform/jobs/JobParts'
import { Empty, PageHead, RowSkeleton, Tag, Trouble } from '@/platform/ui'
import { useImportJobs } from './useImportJobs'

interface Import extends Omit<Shown, 'label'> {
  file: string
  object: string
  at: string
  by: Ref | null
  undone: boolean
}

type Acts = ReturnType<typeof useImportJobs>

function Line({ one, acts }: { one: Import; acts: Acts }) {
  const { t } = useTexts()
  const job: Shown = { ...one, label: one.file }
  return (
    <tr>
      <td>{one.file}</td>
      <td className="ink2">{one.by?.label}</td>
      <td className="num ink3">{formatMoment(one.at)}</td>
      <td>{one.undone ? <Tag>{t('imports.undone')}</Tag> : <JobState job={job} />}</td>
      <td>
        <JobResult job={job} />
      </td>
      <td>
        <JobActs
          job={job}
          jobs={acts.jobs}
          file={t('imports.refusedFile')}
          undo={{ label: t('imports.undo'), run: () => void acts.undo(one.id, one.file) }}
        />
      </td>
    </tr>
  )
}

const useImports = () =>
  useQuery({
    queryKey: ['jobs', 'imports'],
    queryFn: ({ signal }) => http.get<Page<Import>>('/imports', undefined, signal),
    select: (page) => page.items,
    refetchInterval: ({ state }) => whileRunning(state.data?.items),
  })

function Table({ imports, acts }: { imports: Import[]; acts: Acts }) {
  const { t } = useTexts()
  return (
    <table className="grid-table job-table">
      <thead>
        <tr>
          <th>{t('downloads.file')}</th>
          <th>{t('imports.by')}</th>
          <th>{t('bin.at')}</th>
          <th>{t('downloads.state')}</th>
          <th>{t('imports.steps.result')}</th>
          <th aria-label={t('job.acts')} />
        </tr>
      </thead>
      <tbody>
        {imports.map((one) => (
          <Line key={one.id} one={one} acts={acts} />
        ))}
      </tbody>
    </table>
  )
}

/** What was brought in: how far it is, what came of it, the rows that were refused, and the way back. */
export default function HistoryPage() {
  const { t } = useTexts()
  const navigate = useNavigate()
  const { data, error, isPending, refetch } = useImports()
  const acts = useImportJobs()
  return (
    <div className="page">
      <PageHead title={t('list.imports')} note={<Link to="/customers">{t('record.back')}</Link>}>
        <Button
          icon={<UploadOutlined />}
          onClick={() => void navigate({ to: '/import', search: { object: 'customer' } as object })}
        >
          {t('list.import')}
        </Button>
      </PageHead>
      <div className="page-body scroll-x">
        {isPending && <RowSkeleton />}
        {error && (
          <Trouble
            title={t('common.notDone', { what: t('list.imports') })}
            error={error}
            again={() => void refetch()}
          />
        )}
        {data?.length === 0 && (
          <Empty icon={<UploadOutlined />} title={t('imports.none')} hint={t('imports.noneHint')} />
        )}
        {!!data?.length && <Table imports={data} acts={acts} />}
      </div>
    </div>
  )
}
