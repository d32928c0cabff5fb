import { Form, Input, Select } from 'antd'
import type { ConsentText } from '@/features/contact'
import { FormDialog } from '@/platform/form/FormDialog'
import { useSending } from '@/platform/form/useSending'
import { http } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { showToast } from '@/platform/toast'

const channels = ['any', 'phone', 'sms', 'email', 'wechat', 'visit'] as const

type Values = Pick<ConsentText, 'name' | 'channel' | 'text'>

interface Props {
  /** The version that the new one follows; none for a further text. */
  before: ConsentText | null
  saved: () => void
  close: () => void
}

/** Writes a text, or the next version of one, which leaves its name and channel as they are. */
export function ConsentTextDialog({ before, saved, close }: Props) {
  const { t } = useTexts()
  const sending = useSending<Values>(async (values) => {
    const { name, version } = await http.post<ConsentText>('/consent-texts', values)
    showToast({ kind: 'done', text: t('privacy.saved', { name, n: version }), stays: 4000 })
    saved()
    close()
  })
  const needed = [{ required: true, message: t('auth.required') }]
  return (
    <FormDialog
      title={before ? t('privacy.newVersionOf', { name: before.name }) : t('privacy.newText')}
      yes={t('common.save')}
      width={520}
      initial={before ?? { channel: 'sms' }}
      sending={sending}
      close={close}
    >
      <Form.Item name="name" label={t('privacy.purpose')} rules={needed}>
        <Input disabled={!!before} maxLength={60} placeholder={t('privacy.purposeHint')} />
      </Form.Item>
      <Form.Item name="channel" label={t('privacy.channel')} rules={needed}>
        <Select
          disabled={!!before}
          options={channels.map((value) => ({ value, label: t(`privacy.channels.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="text" label={t('privacy.wording')} rules={needed}>
        <Input.TextArea maxLength={5000} showCount autoSize={{ minRows: 5, maxRows: 14 }} />
      </Form.Item>
    </FormDialog>
  )
}
