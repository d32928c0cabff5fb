import { Button, Progress } from 'antd'
import { useEffect, useState } from 'react'
import { formatNumber, useTexts } from '@/platform/i18n'
import { over, stopJob, useJob } from '@/platform/jobs'
import { toastProblem } from '@/platform/toast'
import type { Wizard } from './useWizard'

function Stop({ id }: { id: string }) {
  const { t } = useTexts()
  const [asked, setAsked] = useState(false)
  const stop = () => {
    setAsked(true)
    stopJob(id).catch((error: unknown) => {
      setAsked(false)
      toastProblem(error)
    })
  }
  return (
    <Button loading={asked} onClick={stop}>
      {t('job.cancel')}
    </Button>
  )
}

export function RunStep({ wizard }: { wizard: Wizard }) {
  const { t } = useTexts()
  const job = useJob(wizard.job?.id).data ?? wizard.job!
  const { finish } = wizard
  const ended = over(job)
  useEffect(() => {
    if (ended) finish(job)
    // The wizard moves on once, when the job ends.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [ended])
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
      <Stop id={job.id} />
    </div>
  )
}
