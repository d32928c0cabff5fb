import { CheckCircleOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { useTexts } from '@/platform/i18n'
import { Empty, PageHead, RowSkeleton, Trouble } from '@/platform/ui'
import { CleanupList } from './CleanupList'
import { useCleanup } from './useCleanup'

export default function CleanupPage() {
  const { t } = useTexts()
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
      </div>
    </div>
  )
}
