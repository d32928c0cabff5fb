import { DownloadOutlined, UndoOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import type { Job } from '@/platform/http'
import { formatNumber, useTexts } from '@/platform/i18n'
import { didSomething, downloadFile, look, stopSentence } from '@/platform/jobs'
import { objects, type ObjectKey } from '@/platform/records'
import { Trouble } from '@/platform/ui'
import { useImportJobs } from './useImportJobs'
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

/** Why an import did not come to its end. */
function Stopped({ job }: { job: Job }) {
  const { t } = useTexts()
  if (job.state === 'cancelled') return <p role="status">{stopSentence(job)}</p>
  const error = new Error(job.problem?.detail ?? '')
  return <Trouble title={t('job.failed', { label: job.label })} error={error} />
}

/** What came of it, the refused rows, and the way back; also of an import that was stopped or broke off. */
export function ResultStep({ wizard }: { wizard: Wizard }) {
  const { t } = useTexts()
  const navigate = useNavigate()
  const { undo } = useImportJobs()
  const job = wizard.job!
  const files = job.files ?? []
  return (
    <div className="page-body import-narrow">
      {job.state !== 'done' && <Stopped job={job} />}
      {job.result && <Figures result={job.result} />}
      <div className="row import-acts">
        <Button
          type="primary"
          onClick={() => void navigate({ to: objects[wizard.object as ObjectKey].page ?? '/' })}
        >
          {t('imports.look')}
        </Button>
        {files.map((file) => (
          <Button key={file.id} icon={<DownloadOutlined />} onClick={() => downloadFile(file.id)}>
            {t('imports.refusedFile')}
          </Button>
        ))}
        {!files.length && !!job.result?.refused && <Button onClick={() => look(job)}>{t('job.look')}</Button>}
        {didSomething(job) && (
          <Button icon={<UndoOutlined />} onClick={() => void undo(job.id, wizard.fileName)}>
            {t('imports.undo')}
          </Button>
        )}
      </div>
      {files.length > 0 && <p className="note">{t('imports.errorFile')}</p>}
    </div>
  )
}
