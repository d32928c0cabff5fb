import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { http, type HistoryEntry, type Page } from '../http'
import { formatMoment, useTexts } from '../i18n'
import { apiPath } from '../records'
import { RowSkeleton, Trouble, Wide } from '../ui'
import { Changes } from './Changes'

/** Who changed what and when, field by field. */
export function History({ object, id }: { object: string; id: string }) {
  const { t } = useTexts()
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['timeline', object, id, 'history'],
    queryFn: ({ pageParam, signal }) =>
      http.get<Page<HistoryEntry>>(`${apiPath(object)}/${id}/history`, { after: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next || undefined,
  })
  if (isPending) return <RowSkeleton rows={4} />
  if (error)
    return (
      <Trouble
        title={t('common.notDone', { what: t('record.history') })}
        error={error}
        again={() => void refetch()}
      />
    )
  return (
    <Wide label={t('record.history')}>
      <table className="grid-table">
        <tbody>
          {data.pages
            .flatMap((page) => page.items)
            .map((entry) => (
              <tr key={entry.id}>
                <td className="num ink3">{formatMoment(entry.at)}</td>
                <td>{entry.by?.label}</td>
                <td>{t(`record.kinds.${entry.kind as 'changed'}`)}</td>
                <td>
                  <Changes changes={entry.changes} kind={entry.kind} />
                </td>
              </tr>
            ))}
        </tbody>
      </table>
      {hasNextPage && (
        <Button size="small" onClick={() => void fetchNextPage()}>
          {t('common.more')}
        </Button>
      )}
    </Wide>
  )
}
