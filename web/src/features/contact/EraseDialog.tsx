import { Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTexts } from '@/platform/i18n'
import { toastProblem } from '@/platform/toast'

const reasons = ['consentWithdrawn', 'purposeAchieved', 'retentionExpired', 'unlawful', 'otherLaw'] as const

export interface Erasure {
  name: string
  reason: (typeof reasons)[number]
}

interface Props {
  name: string
  erase: (erasure: Erasure) => Promise<void>
  close: () => void
}

/** Asks for the name once more and for the legal reason before a person is erased. */
export function EraseDialog({ name, erase, close }: Props) {
  const { t } = useTexts()
  const [form] = Form.useForm<Erasure>()
  const [busy, setBusy] = useState(false)
  const submit = async (erasure: Erasure) => {
    setBusy(true)
    await erase({ ...erasure, name: erasure.name.trim() }).catch(toastProblem)
    setBusy(false)
  }
  const same = (typed?: string) =>
    typed?.trim() === name.trim()
      ? Promise.resolve()
      : Promise.reject(new Error(t('privacy.nameDiffers', { name })))
  return (
    <Modal
      open
      title={t('privacy.eraseWho', { name })}
      okText={t('privacy.erase')}
      okButtonProps={{ danger: true }}
      cancelText={t('privacy.kept')}
      confirmLoading={busy}
      onOk={form.submit}
      onCancel={close}
      width={440}
    >
      <p className="ink2">{t('privacy.eraseText')}</p>
      <Form<Erasure>
        form={form}
        className="below"
        layout="vertical"
        requiredMark={false}
        onFinish={(erasure) => void submit(erasure)}
      >
        <Form.Item
          name="name"
          label={t('privacy.name')}
          validateTrigger="onBlur"
          rules={[{ validator: (_, typed?: string) => same(typed) }]}
        >
          <Input autoFocus autoComplete="off" placeholder={name} />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t('privacy.reason')}
          rules={[{ required: true, message: t('auth.required') }]}
        >
          <Select options={reasons.map((value) => ({ value, label: t(`privacy.reasons.${value}`) }))} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
