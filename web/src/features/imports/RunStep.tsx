import { Progress } from 'antd'
import { useEffect } from 'react'
import { formatNumber, useTexts } from '@/platform/i18n'
import { useJob } from '@/platform/jobs'
import type { Wizard } from './useWizard'

export function RunStep({ wizard }: { wizard: Wizard }) {
  const { t } = useTexts()
  const job = useJob(wizard.job?.id).data ?? wizard.job!
  const { finish } = wizard
  const over = job.state !== 'running' && job.state !== 'queued'
  useEffect(() => {
    if (over) finish(job)
    // The wizard moves on once, when the job ends.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [over])
  const { done, total } = job.progress
  return (
    <div className="page-body import-narrow" role="status">
      <p>
        {t('imports.running', {
          done: formatNumber(done),
          total: formatNumber(total ?? wizard.found!.total),
        })}
      </p>
      <Progress
        aria-label={t('imports.steps.import')}
        percent={total ? Math.round((done / total) * 100) : 0}
      />
      <p className="note">{t('imports.runningHint')}</p>
    </div>
  )
}
