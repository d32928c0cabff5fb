import { Modal } from 'antd'
import { useTexts } from '@/platform/i18n'
import { CopyButton } from '@/platform/ui'
import { snippetOf, type WebForm } from './webForms'

/** How a form gets onto the firm's site. */
export function EmbedDialog({ form, close }: { form: WebForm; close: () => void }) {
  const { t } = useTexts()
  const snippet = snippetOf(form)
  return (
    <Modal open title={t('webForm.embedTitle', { name: form.name })} footer={null} onCancel={close}>
      <h3 className="section">{t('webForm.link')}</h3>
      <p className="secret">
        <a href={form.address} target="_blank" rel="noreferrer">
          {form.address}
        </a>
      </p>
      <CopyButton text={form.address} />
      <h3 className="section below">{t('webForm.snippet')}</h3>
      <p className="ink2">{form.origins.length ? t('webForm.snippetHint') : t('webForm.noOrigins')}</p>
      {form.origins.length > 0 && (
        <>
          <p className="secret">{snippet}</p>
          <CopyButton text={snippet} />
        </>
      )}
    </Modal>
  )
}
