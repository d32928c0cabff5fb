import { Form, Input, Select } from 'antd'
import { FormDialog } from '@/platform/form/FormDialog'
import { useSending } from '@/platform/form/useSending'
import { useTexts } from '@/platform/i18n'

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
  const sending = useSending<Erasure>((erasure) => erase({ ...erasure, name: erasure.name.trim() }))
  const same = (typed?: string) =>
    typed?.trim() === name.trim()
      ? Promise.resolve()
      : Promise.reject(new Error(t('privacy.nameDiffers', { name })))
  return (
    <FormDialog
      title={t('privacy.eraseWho', { name })}
      text={t('privacy.eraseText')}
      yes={t('privacy.erase')}
      no={t('privacy.kept')}
      danger
      width={440}
      sending={sending}
      close={close}
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
    </FormDialog>
  )
}
