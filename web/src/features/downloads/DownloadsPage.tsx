import { DownloadOutlined, FileExcelOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { http, type Job, type Page } from '@/platform/http'
import { formatMoment, formatNumber, formatSize, useTexts } from '@/platform/i18n'
import { downloadFile, whileRunning } from '@/platform/jobs'
import { JobState } from '@/platform/jobs/JobParts'
import { Empty, PageHead, RowSkeleton, Trouble } from '@/platform/ui'
import { Asked } from './Asked'

interface Export extends Job {
  object: string
  filter: string
  q: string
  chosen: number
}

const useExports = () =>
  useQuery({
    queryKey: ['jobs', 'exports'],
    queryFn: ({ signal }) => http.get<Page<Export>>('/exports', undefined, signal),
    select: (page) => page.items,
    refetchInterval: ({ state }) => whileRunning(state.data?.items),
  })

function Line({ job }: { job: Export }) {
  return (
    <tr>
      <td>
        {job.label}
        {job.kind === 'export' && <Asked {...job} />}
      </td>
      <td className="num ink3">{formatMoment(job.createdAt)}</td>
      <td>
        <JobState job={job} />
      </td>
      <td className="num">{formatNumber(job.progress.total ?? job.progress.done)}</td>
      <td>
        {job.files?.map((file) => (
          <Button
            key={file.id}
            size="small"
            icon={<DownloadOutlined />}
            onClick={() => downloadFile(file.id)}
          >
            {file.name} <span className="ink3">{formatSize(file.size)}</span>
          </Button>
        ))}
      </td>
    </tr>
  )
}

/** Everything one has exported, ready to fetch again. */
export default function DownloadsPage() {
  const { t } = useTexts()
  const { data, error, isPending, refetch } = useExports()
  return (
    <div className="page">
      <PageHead title={t('list.downloads')} />
      <div className="page-body scroll-x">
        {isPending && <RowSkeleton />}
        {error && (
          <Trouble
            title={t('common.notDone', { what: t('list.downloads') })}
            error={error}
            again={() => void refetch()}
          />
        )}
        {data?.length === 0 && (
          <Empty icon={<FileExcelOutlined />} title={t('downloads.none')} hint={t('downloads.noneHint')} />
        )}
        {data && data.length > 0 && (
          <table className="grid-table">
            <thead>
              <tr>
                <th>{t('downloads.what')}</th>
                <th>{t('bin.at')}</th>
                <th>{t('downloads.state')}</th>
                <th>{t('downloads.rows')}</th>
                <th>{t('downloads.file')}</th>
              </tr>
            </thead>
            <tbody>
              {data.map((job) => (
                <Line key={job.id} job={job} />
              ))}
            </tbody>
          </table>
        )}
      </div>
    </div>
  )
}
