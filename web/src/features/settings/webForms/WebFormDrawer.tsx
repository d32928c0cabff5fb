import { Button, Drawer, Form, Modal } from 'antd'
import { useState } from 'react'
import { useSending } from '@/platform/form/useSending'
import { useTexts } from '@/platform/i18n'
import { toastProblem } from '@/platform/toast'
import { previewOf, typedOf, useSaveForm, type Askable, type Typed, type WebForm } from './webForms'
import { WebFormFields } from './WebFormFields'

interface Props {
  form: WebForm | null
  askable: Askable[]
  close: () => void
}

/** A form, new or to be changed, and how strangers would see it. */
export function WebFormDrawer({ form: row, askable, close }: Props) {
  const { t } = useTexts()
  const [shown, setShown] = useState<string | null>(null)
  const { form, busy, submit } = useSending<Typed>(useSaveForm(row, close))
  const usual: Typed = {
    name: '',
    active: true,
    title: t('webForm.usualTitle'),
    intro: '',
    thanks: t('webForm.usualThanks'),
    fields: [
      { name: 'name', required: false },
      { name: 'contactName', required: true },
      { name: 'phone', required: true },
      { name: 'need', required: false },
    ],
    consent: t('webForm.usualConsent'),
    source: null,
    campaign: '',
    owners: [],
    told: [],
    origins: [],
    mostADay: 200,
  }
  const preview = () =>
    void form
      .validateFields()
      .then(previewOf)
      .then(({ html }) => setShown(html))
      .catch((error: unknown) => {
        if (error instanceof Error) toastProblem(error)
      })
  return (
    <Drawer
      open
      onClose={close}
      size={560}
      title={row ? t('webForm.changeTitle', { name: row.name }) : t('webForm.newTitle')}
      destroyOnHidden
    >
      <Form<Typed> form={form} layout="vertical" initialValues={row ? typedOf(row) : usual} onFinish={submit}>
        <WebFormFields askable={askable} fresh={!row} />
        <div className="row">
          <Button type="primary" htmlType="submit" loading={busy}>
            {t('common.save')}
          </Button>
          <Button onClick={preview}>{t('webForm.preview')}</Button>
          <Button onClick={close}>{t('common.cancel')}</Button>
        </div>
      </Form>
      <Modal
        open={shown !== null}
        title={t('webForm.preview')}
        footer={null}
        onCancel={() => setShown(null)}
        destroyOnHidden
      >
        <iframe className="web-form-preview" title={t('webForm.preview')} sandbox="" srcDoc={shown ?? ''} />
      </Modal>
    </Drawer>
  )
}
