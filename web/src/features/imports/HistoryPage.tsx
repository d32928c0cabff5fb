import { UploadOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { http, type Job, type JobState, type Page, type Ref } from '@/platform/http'
import { formatMoment, formatNumber, useTexts } from '@/platform/i18n'
import { useJobs } from '@/platform/jobs'
import { ask, Empty, PageHead, RowSkeleton, Tag, Trouble } from '@/platform/ui'

interface Import {
  id: string
  file: string
  object: string
  at: string
  by: Ref | null
  state: JobState
  result: Record<string, number> | null
  undone: boolean
}

function Line({ one, undo }: { one: Import; undo: () => void }) {
  const { t } = useTexts()
  const count = (part: 'created' | 'updated' | 'skipped' | 'refused') => formatNumber(one.result?.[part] ?? 0)
  const over = one.state !== 'queued' && one.state !== 'running'
  return (
    <tr>
      <td>{one.file}</td>
      <td className="ink2">{one.by?.label}</td>
      <td className="num ink3">{formatMoment(one.at)}</td>
      <td>
        <Tag
          color={one.undone ? 'gray' : one.state === 'done' ? 'ok' : one.state === 'failed' ? 'bad' : 'blue'}
        >
          {one.undone ? t('imports.undone') : t(`job.states.${one.state}`)}
        </Tag>
      </td>
      <td className="num">
        {t('imports.summary', {
          created: count('created'),
          updated: count('updated'),
          skipped: count('skipped'),
          refused: count('refused'),
        })}
      </td>
      <td>
        {over && !one.undone && (
          <Button size="small" onClick={undo}>
            {t('imports.undo')}
          </Button>
        )}
      </td>
    </tr>
  )
}

function useImports() {
  const { t } = useTexts()
  const client = useQueryClient()
  const query = useQuery({
    queryKey: ['jobs', 'imports'],
    queryFn: ({ signal }) => http.get<Page<Import>>('/imports', undefined, signal),
    select: (page) => page.items,
  })
  const jobs = useJobs(() => {
    void client.invalidateQueries({ queryKey: ['jobs', 'imports'] })
    void client.invalidateQueries({ queryKey: ['list'] })
  })
  const undo = async (one: Import) => {
    const question = {
      title: t('imports.undoAsk', { what: one.file }),
      text: t('imports.undoText'),
      yes: t('imports.undo'),
      no: t('common.keep'),
      danger: true,
    }
    if (await ask(question)) await jobs.start(http.post<Job>(`/imports/${one.id}/undo`))
  }
  return { query, undo, dialog: jobs.dialog }
}

/** What was brought in, by whom, and how to take it back whole. */
export default function HistoryPage() {
  const { t } = useTexts()
  const navigate = useNavigate()
  const { query, undo, dialog } = useImports()
  const { data, error, isPending, refetch } = query
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
        {data && data.length > 0 && (
          <table className="grid-table">
            <thead>
              <tr>
                <th>{t('downloads.file')}</th>
                <th>{t('imports.by')}</th>
                <th>{t('bin.at')}</th>
                <th>{t('downloads.state')}</th>
                <th>{t('imports.steps.result')}</th>
                <th aria-label={t('imports.undo')} />
              </tr>
            </thead>
            <tbody>
              {data.map((one) => (
                <Line key={one.id} one={one} undo={() => void undo(one)} />
              ))}
            </tbody>
          </table>
        )}
      </div>
      {dialog}
    </div>
  )
}
