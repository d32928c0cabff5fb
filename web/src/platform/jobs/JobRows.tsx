import { useInfiniteQuery } from '@tanstack/react-query'
import { Modal } from 'antd'
import { http, type Job, type JobRow, type Page } from '../http'
import { useTexts } from '../i18n'
import { RowSkeleton, Tag, Trouble } from '../ui'

/** Row by row: what was done and what was refused, with the reason. */
export default function JobRows({ job, close }: { job: Pick<Job, 'id' | 'label'>; close: () => void }) {
  const { t } = useTexts()
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['job', job.id, 'rows'],
    queryFn: ({ pageParam }) =>
      http.get<Page<JobRow>>(`/jobs/${job.id}/rows`, { state: 'refused', after: pageParam }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next || undefined,
  })
  const rows = data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Modal open title={job.label} footer={null} onCancel={close} width={640}>
      {isPending && <RowSkeleton rows={5} />}
      {error && (
        <Trouble
          title={t('common.notDone', { what: t('job.rows') })}
          error={error}
          again={() => void refetch()}
        />
      )}
      <table className="grid-table">
        <tbody>
          {rows.map((row) => (
            <tr key={row.row}>
              <td className="num">{row.row}</td>
              <td>{row.label}</td>
              <td>
                <Tag color={row.state === 'done' ? 'ok' : 'bad'}>{t(`job.states.${row.state}`)}</Tag>
              </td>
              <td className="ink2">{row.message}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {hasNextPage && (
        <button type="button" className="link" onClick={() => void fetchNextPage()}>
          {t('common.more')}
        </button>
      )}
    </Modal>
  )
}
