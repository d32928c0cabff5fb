import { SafetyCertificateOutlined } from '@ant-design/icons'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { http, useAlone, type Job } from '@/platform/http'
import { formatMoment, formatNumber, useTexts } from '@/platform/i18n'
import { over, useJob } from '@/platform/jobs'
import { toastProblem } from '@/platform/toast'

interface Outcome {
  batches: number
  rows: number
  head: string
  until?: string | null
  broken?: number
  brokenAt?: string
  why?: 'sealMissing' | 'linesMissingOrAdded' | 'linesChanged'
}

function Words({ outcome }: { outcome: Outcome }) {
  const { t } = useTexts()
  if (outcome.broken)
    return (
      <p className="bad">
        {t('privacy.broken', { n: outcome.broken, at: formatMoment(outcome.brokenAt!) })}
        {t(`privacy.brokenFor.${outcome.why!}`)}
      </p>
    )
  if (!outcome.batches) return <p>{t('privacy.nothingSealed')}</p>
  const numbers = { n: formatNumber(outcome.batches), rows: formatNumber(outcome.rows) }
  return (
    <>
      <p>{t('privacy.whole', { ...numbers, at: formatMoment(outcome.until!) })}</p>
      <p className="note">{t('privacy.head')}</p>
      <p className="secret">{outcome.head}</p>
    </>
  )
}

/** Compares the access log with its seals, and says what came of it. */
export function AuditCheck() {
  const { t } = useTexts()
  const { alone } = useAlone()
  const [asked, setAsked] = useState<string | null>(null)
  const job = useJob(asked).data
  const check = () =>
    void alone(() => http.post<Job>('/audit/check').then(({ id }) => setAsked(id), toastProblem))
  const done = job && over(job)
  return (
    <>
      <Button icon={<SafetyCertificateOutlined />} loading={!!asked && !done} onClick={check}>
        {t('privacy.check')}
      </Button>
      {done && (
        <Modal
          open
          title={t('privacy.check')}
          footer={<Button onClick={() => setAsked(null)}>{t('common.close')}</Button>}
          onCancel={() => setAsked(null)}
          width={520}
        >
          {job.state === 'done' ? (
            <Words outcome={job.result as unknown as Outcome} />
          ) : (
            <p>{job.problem?.detail ?? t('common.notDone', { what: t('privacy.check') })}</p>
          )}
        </Modal>
      )}
    </>
  )
}
