import { Checkbox, Form, Input } from 'antd'
import { FormDialog } from '@/platform/form/FormDialog'
import { useSending } from '@/platform/form/useSending'
import type { Row } from '@/platform/http'
import { useTexts } from '@/platform/i18n'

export interface Cancelling {
  reason: string
  series?: boolean
}

interface Props {
  row: Row
  cancel: (body: Cancelling) => Promise<void>
  close: () => void
}

/** Says why something is not done after all, and whether it comes again. */
export default function CancelDialog({ row, cancel, close }: Props) {
  const { t } = useTexts()
  const sending = useSending<Cancelling>((values) => cancel(values), 'reason')
  return (
    <FormDialog
      title={t('task.cancelWhat', { what: String(row.subject ?? '') })}
      yes={t('task.cancel')}
      no={t('common.keep')}
      sending={sending}
      close={close}
    >
      <Form.Item
        name="reason"
        label={t('task.reason')}
        rules={[{ required: true, message: t('auth.required') }]}
      >
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      {!!row.repeatUnit && (
        <Form.Item name="series" valuePropName="checked">
          <Checkbox>{t('task.wholeSeries')}</Checkbox>
        </Form.Item>
      )}
    </FormDialog>
  )
}
