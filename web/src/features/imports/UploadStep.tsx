import { DownloadOutlined, InboxOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Upload } from 'antd'
import { address } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import type { Wizard } from './useWizard'

export function UploadStep({ wizard }: { wizard: Wizard }) {
  const { t } = useTexts()
  return (
    <div className="page-body import-narrow">
      <Upload.Dragger
        accept=".xlsx,.csv"
        showUploadList={false}
        disabled={wizard.busy}
        beforeUpload={(file) => {
          void wizard.upload(file)
          return false
        }}
      >
        <p className="import-drop">
          <InboxOutlined aria-hidden />
        </p>
        <p>{t('imports.drop')}</p>
        <p className="note">{t('imports.dropHint')}</p>
      </Upload.Dragger>
      <div className="row">
        <Button
          icon={<DownloadOutlined />}
          href={address(`/imports/template/${wizard.object}`, { format: 'xlsx' })}
        >
          {t('imports.template')}
        </Button>
        <span className="note grow">{t('imports.templateHint')}</span>
        <Link to="/imports">{t('list.imports')}</Link>
      </div>
    </div>
  )
}
