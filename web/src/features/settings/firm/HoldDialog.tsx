import { Form, Input } from 'antd'
import { FormDialog } from '@/platform/form/FormDialog'
import { useSending } from '@/platform/form/useSending'
import { useTexts } from '@/platform/i18n'

interface Props {
  name: string
  hold: (reason: string) => Promise<void>
  close: () => void
}

/** Asks why somebody is to stay. */
export function HoldDialog({ name, hold, close }: Props) {
  const { t } = useTexts()
  const sending = useSending<{ reason: string }>(async ({ reason }) => {
    await hold(reason.trim())
    close()
  })
  return (
    <FormDialog
      title={t('retention.holdWho', { name })}
      text={t('retention.holdText')}
      yes={t('retention.hold')}
      sending={sending}
      close={close}
    >
      <Form.Item
        name="reason"
        label={t('retention.reason')}
        rules={[{ required: true, whitespace: true, message: t('auth.required') }]}
      >
        <Input autoFocus maxLength={200} placeholder={t('retention.reasonHint')} />
      </Form.Item>
    </FormDialog>
  )
}
