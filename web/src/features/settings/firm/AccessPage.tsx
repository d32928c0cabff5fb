import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { http, type Page, type Ref } from '@/platform/http'
import { formatMoment, useTexts } from '@/platform/i18n'
import { Panel } from '../Panel'

interface Access {
  id: string
  at: string
  by: Ref | null
  action: string
  object?: string | null
  record?: Ref | null
  detail?: string | null
  address?: string | null
}

/** Who signed in, looked at what was hidden, exported or changed rights. */
export default function AccessPage() {
  const { t } = useTexts()
  const query = useInfiniteQuery({
    queryKey: ['audit'],
    queryFn: ({ pageParam }) => http.get<Page<Access>>('/audit', { after: pageParam }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next || undefined,
  })
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Panel section="access" query={query}>
      <div className="scroll-x">
        <table className="grid-table">
          <thead>
            <tr>
              <th>{t('bin.at')}</th>
              <th>{t('settings.who')}</th>
              <th>{t('settings.did')}</th>
              <th>{t('settings.what')}</th>
              <th>{t('settings.address')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td className="num ink3">{formatMoment(row.at)}</td>
                <td>{row.by?.label}</td>
                <td>{t(`record.kinds.${row.action as 'changed'}`, { defaultValue: row.action })}</td>
                <td>{[row.record?.label, row.detail].filter(Boolean).join(' · ')}</td>
                <td className="num ink3">{row.address}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {query.hasNextPage && (
        <Button size="small" onClick={() => void query.fetchNextPage()}>
          {t('common.more')}
        </Button>
      )}
    </Panel>
  )
}
