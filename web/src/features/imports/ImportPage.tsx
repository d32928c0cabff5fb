import { CheckOutlined, CloseOutlined, FileExcelOutlined } from '@ant-design/icons'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import type { Catalogue } from '@/platform/http'
import { formatNumber, useTexts } from '@/platform/i18n'
import { objects, useFields, type ObjectKey } from '@/platform/records'
import { RowSkeleton } from '@/platform/ui'
import { CheckStep } from './CheckStep'
import { MappingStep } from './MappingStep'
import { ResultStep } from './ResultStep'
import { RunStep } from './RunStep'
import { UploadStep } from './UploadStep'
import { steps, useWizard, type Step, type Wizard } from './useWizard'
import './imports.css'

function Steps({ step }: { step: Step }) {
  const { t } = useTexts()
  const at = steps.indexOf(step)
  return (
    <ol className="steps">
      {steps.map((one, index) => (
        <li
          key={one}
          className={index < at ? 'is-done' : index === at ? 'is-now' : ''}
          aria-current={index === at ? 'step' : undefined}
        >
          <span className="steps-dot num">
            {index < at ? <CheckOutlined aria-label={t('imports.stepDone')} /> : index + 1}
          </span>
          {t(`imports.steps.${one}`)}
        </li>
      ))}
    </ol>
  )
}

function StepBody({ wizard, catalogue }: { wizard: Wizard; catalogue: Catalogue }) {
  switch (wizard.step) {
    case 'upload':
      return <UploadStep wizard={wizard} />
    case 'mapping':
      return <MappingStep wizard={wizard} catalogue={catalogue} />
    case 'check':
      return <CheckStep wizard={wizard} catalogue={catalogue} />
    case 'import':
      return <RunStep wizard={wizard} />
    case 'result':
      return <ResultStep wizard={wizard} />
  }
}

function WizardOf({ object }: { object: ObjectKey }) {
  const { t, of } = useTexts()
  const navigate = useNavigate()
  const wizard = useWizard(object)
  const catalogue = useFields(object).data
  if (!catalogue) return <RowSkeleton />
  return (
    <div className="page import">
      <div className="page-head import-head">
        <h1>{t('imports.title', { what: of(catalogue.label) })}</h1>
        {wizard.found && (
          <span className="page-note">
            <FileExcelOutlined aria-hidden /> {wizard.fileName} ·{' '}
            {t('imports.rows', { n: formatNumber(wizard.found.total) })}
          </span>
        )}
        <div className="page-acts">
          <Button
            type="text"
            icon={<CloseOutlined />}
            onClick={() => void navigate({ to: objects[object].page ?? '/' })}
          >
            {t('imports.leave')}
          </Button>
        </div>
        <Steps step={wizard.step} />
      </div>
      <StepBody wizard={wizard} catalogue={catalogue} />
    </div>
  )
}

/** Brings a table of records in: upload, columns, check, import, result. */
export default function ImportPage() {
  const { object } = useSearch({ strict: false }) as { object?: ObjectKey }
  const known = object && object in objects ? object : 'customer'
  return <WizardOf key={known} object={known} />
}
