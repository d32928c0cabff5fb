import { Button } from 'antd'
import { useState } from 'react'
import { formatMoment, useTexts } from '@/platform/i18n'
import { RowSkeleton, Tag, Trouble } from '@/platform/ui'
import { DueList } from './DueList'
import { useRule, type Rule } from './retention'
import { RetentionDialog } from './RetentionDialog'

function Words({ rule }: { rule: Rule }) {
  const { t } = useTexts()
  const { months, binnedOnly, active, by, since, ranAt } = rule
  if (months === null) return <b className="grow">{t('retention.forever')}</b>
  return (
    <span className="grow">
      <b>{t(binnedOnly ? 'retention.ruleBinned' : 'retention.rule', { n: months })}</b>{' '}
      <Tag color={active ? 'warn' : 'gray'}>{t(active ? 'retention.on' : 'retention.off')}</Tag>
      {active && by && since && (
        <span className="note as-line">
          {t('retention.onBy', { who: by.label, at: formatMoment(since) })}
          {ranAt && ` ${t('retention.ranAt', { at: formatMoment(ranAt) })}`}
        </span>
      )}
    </span>
  )
}

/** How long people are kept, who is over it, and their end. */
export function RetentionPart() {
  const { t } = useTexts()
  const { query, change } = useRule()
  const [changing, setChanging] = useState(false)
  const rule = query.data
  const title = t('retention.title')
  return (
    <section className="settings-part">
      <h2 className="section">{title}</h2>
      <p className="note">{t('retention.hint')}</p>
      {query.isPending && <RowSkeleton rows={1} />}
      {query.error && (
        <Trouble
          title={t('common.notDone', { what: title })}
          error={query.error}
          again={() => void query.refetch()}
        />
      )}
      {rule && (
        <p className="text-line wraps">
          <Words rule={rule} />
          <Button size="small" onClick={() => setChanging(true)}>
            {t('retention.change')}
          </Button>
        </p>
      )}
      {rule && rule.months !== null && <DueList />}
      {changing && rule && <RetentionDialog rule={rule} change={change} close={() => setChanging(false)} />}
    </section>
  )
}
