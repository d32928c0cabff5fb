import { DeleteOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { http, type Job, type Row } from '../http'
import { formatMoment, formatNumber, useTexts } from '../i18n'
import { useJobs } from '../jobs'
import { apiPath, objects, titleOf, useFields, useRecordList, useRefresh, type ObjectKey } from '../records'
import { showToast, toastProblem } from '../toast'
import { Empty, PageHead, RowSkeleton, Trouble } from '../ui'

function useBin(object: string) {
  const { t } = useTexts()
  const refresh = useRefresh()
  const [chosen, setChosen] = useState<string[]>([])
  const jobs = useJobs(() => void refresh(object))
  const query = useRecordList(object, {}, true)
  const restoreOne = (id: string, label: string) =>
    http
      .post(`${apiPath(object)}/${id}/restore`)
      .then(() => refresh(object))
      .then(
        () => showToast({ kind: 'done', text: t('record.restored', { label }), stays: 3000 }),
        toastProblem,
      )
  const restoreChosen = () => {
    const work = http.post<Job>(`${apiPath(object)}/bulk`, { ids: chosen, action: 'restore', arguments: {} })
    setChosen([])
    return jobs.start(work)
  }
  return {
    query,
    rows: query.data?.pages.flatMap((page) => page.items) ?? [],
    chosen,
    setChosen,
    restoreOne,
    restoreChosen,
  }
}

interface LineProps {
  row: Row
  label: string
  chosen: boolean
  choose: () => void
  restore: () => void
}

function Line({ row, label, chosen, choose, restore }: LineProps) {
  const { t } = useTexts()
  return (
    <tr>
      <td>
        <Checkbox checked={chosen} onChange={choose} aria-label={t('list.choose', { what: label })} />
      </td>
      <td className="cell-long clip" title={label}>
        {label}
      </td>
      <td className="ink2">{row.changedBy?.label}</td>
      <td className="num ink3">{formatMoment((row.deletedAt as string | undefined) ?? row.changedAt)}</td>
      <td>
        <Button size="small" onClick={restore}>
          {t('bin.restore')}
        </Button>
      </td>
    </tr>
  )
}

function Body({ object, bin }: { object: ObjectKey; bin: ReturnType<typeof useBin> }) {
  const { t, of } = useTexts()
  const catalogue = useFields(object).data
  const { query, rows, chosen, setChosen, restoreOne } = bin
  if (query.error)
    return (
      <Trouble
        title={t('common.notDone', { what: t('list.bin') })}
        error={query.error}
        again={() => void query.refetch()}
      />
    )
  if (query.isPending || !catalogue) return <RowSkeleton />
  if (!rows.length) return <Empty icon={<DeleteOutlined />} title={t('bin.none')} hint={t('bin.noneHint')} />
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id])
  return (
    <div className="scroll-x">
      <table className="grid-table is-even">
        <thead>
          <tr>
            <th>
              <Checkbox
                aria-label={t('common.all')}
                checked={chosen.length === rows.length}
                indeterminate={chosen.length > 0 && chosen.length < rows.length}
                onChange={(event) => setChosen(event.target.checked ? rows.map(({ id }) => id) : [])}
              />
            </th>
            <th>{of(catalogue.label)}</th>
            <th>{t('bin.by')}</th>
            <th>{t('bin.at')}</th>
            <th aria-label={t('bin.restore')} />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const label = titleOf(row, catalogue)
            return (
              <Line
                key={row.id}
                row={row}
                label={label}
                chosen={chosen.includes(row.id)}
                choose={() => toggle(row.id)}
                restore={() => void restoreOne(row.id, label)}
              />
            )
          })}
        </tbody>
      </table>
      {query.hasNextPage && (
        <Button size="small" onClick={() => void query.fetchNextPage()}>
          {t('common.more')}
        </Button>
      )}
    </div>
  )
}

/** What was deleted, by whom and when, and the way back. */
export function RecycleBin({ object }: { object: ObjectKey }) {
  const { t } = useTexts()
  const bin = useBin(object)
  return (
    <div className="page">
      <PageHead title={t('list.bin')} note={<Link to={objects[object].page!}>{t('record.back')}</Link>}>
        {bin.chosen.length > 0 && (
          <Button type="primary" onClick={() => void bin.restoreChosen()}>
            {t('bin.restoreMany', { n: formatNumber(bin.chosen.length) })}
          </Button>
        )}
      </PageHead>
      <div className="page-body">
        <Body object={object} bin={bin} />
      </div>
    </div>
  )
}
