import { DownloadOutlined, UndoOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { http, type Job } from '@/platform/http'
import { formatNumber, useTexts } from '@/platform/i18n'
import { downloadFile, useJobs } from '@/platform/jobs'
import { objects, useRefresh, type ObjectKey } from '@/platform/records'
import { Trouble } from '@/platform/ui'
import { ask } from '@/platform/ui'
import type { Wizard } from './useWizard'

const parts = ['created', 'updated', 'merged', 'skipped', 'refused'] as const

function Figures({ result }: { result: Record<string, number> }) {
  const { t } = useTexts()
  return (
    <dl className="import-result">
      {parts.map((part) => (
        <div key={part} className={result[part] ? undefined : 'is-none'}>
          <dt>{t(`imports.result.${part}`)}</dt>
          <dd className={part === 'refused' && result[part] ? 'num bad' : 'num'}>
            {formatNumber(result[part] ?? 0)}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** What came of it, the file with the refused rows, and the way back. */
export function ResultStep({ wizard }: { wizard: Wizard }) {
  const { t, of } = useTexts()
  const navigate = useNavigate()
  const refresh = useRefresh()
  const job = wizard.job!
  const object = wizard.object as ObjectKey
  const jobs = useJobs(() => void refresh(object))
  const undo = async () => {
    const question = {
      title: t('imports.undoAsk', { what: wizard.fileName }),
      text: t('imports.undoText'),
      yes: t('imports.undo'),
      no: t('common.keep'),
      danger: true,
    }
    if (await ask(question)) await jobs.start(http.post<Job>(`/imports/${job.id}/undo`))
  }
  if (job.state === 'failed')
    return (
      <Trouble title={of({ zh: job.label, en: job.label })} error={new Error(job.problem?.detail ?? '')} />
    )
  return (
    <div className="page-body import-narrow">
      <Figures result={job.result ?? {}} />
      <div className="row import-acts">
        <Button type="primary" onClick={() => void navigate({ to: objects[object].page ?? '/' })}>
          {t('imports.look')}
        </Button>
        {job.files?.map((file) => (
          <Button key={file.id} icon={<DownloadOutlined />} onClick={() => downloadFile(file.id)}>
            {t('imports.refusedFile')}
          </Button>
        ))}
        <Button icon={<UndoOutlined />} onClick={() => void undo()}>
          {t('imports.undo')}
        </Button>
      </div>
      {!!job.result?.refused && <p className="note">{t('imports.errorFile')}</p>}
      {jobs.dialog}
    </div>
  )
}
