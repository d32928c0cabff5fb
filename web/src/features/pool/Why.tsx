import type { Ref, Row } from '@/platform/http'
import { useTexts } from '@/platform/i18n'

/** Why a record is in the pool, and whose it was. */
export function Why({ row }: { row: Row }) {
  const { t } = useTexts()
  const former = row.formerOwner as Ref | null | undefined
  const reason = row.poolReason as string | null | undefined
  if (!former && !reason) return <span className="ink3">{t('pool.neverOwned')}</span>
  return (
    <div className="clip">
      {reason ?? t('pool.lostOwner')}{' '}
      {former && <span className="ink3">{t('pool.former', { name: former.label })}</span>}
    </div>
  )
}
