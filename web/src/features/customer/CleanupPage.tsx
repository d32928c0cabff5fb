import { CheckCircleOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { formatNumber, useTexts } from '@/platform/i18n'
import { useCan } from '@/platform/session'
import { Empty, PageHead, RowSkeleton, Trouble } from '@/platform/ui'
import { CleanupList } from './CleanupList'
import { usePairs } from './pairs'
import { useCleanup } from './useCleanup'

/** How many pairs are probably one, for whoever may merge them. */
function PairsLine() {
  const { t } = useTexts()
  const { first } = usePairs('customer')
  if (!first) return null
  return (
    <ul className="cleanup">
      <li>
        <Link to="/customers/pairs">
          <span className="grow">{t('pairs.title')}</span>
          <b className="num">{first.searchedAt ? formatNumber(first.count) : t('pairs.search')}</b>
        </Link>
      </li>
    </ul>
  )
}

export default function CleanupPage() {
  const { t } = useTexts()
  const can = useCan()
  const { data, error, isPending, refetch } = useCleanup()
  return (
    <div className="page">
      <PageHead title={t('customer.cleanup')} note={<Link to="/customers">{t('record.back')}</Link>} />
      <div className="page-body narrow">
        {isPending && <RowSkeleton rows={5} />}
        {error && (
          <Trouble
            title={t('common.notDone', { what: t('customer.cleanup') })}
            error={error}
            again={() => void refetch()}
          />
        )}
        {data?.length === 0 && (
          <Empty
            icon={<CheckCircleOutlined />}
            title={t('customer.cleanupNone')}
            hint={t('customer.cleanupNoneHint')}
          />
        )}
        {data && data.length > 0 && (
          <>
            <p className="ink2">{t('customer.cleanupHint')}</p>
            <CleanupList checks={data} />
          </>
        )}
        {can('customer.merge') && <PairsLine />}
      </div>
    </div>
  )
}
