import { Form, Input, Radio } from 'antd'
import { FormDialog } from '@/platform/form/FormDialog'
import { useSending } from '@/platform/form/useSending'
import type { Row } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { useDictionaries } from '@/platform/records'

interface Props {
  row: Row
  invalidate: (body: object) => Promise<void>
  close: () => void
}

interface Values {
  reason: string
  note?: string
}

function useReasons() {
  const { locale } = useTexts()
  const items = useDictionaries().data?.find(({ key }) => key === 'leadInvalidReason')?.items ?? []
  return items
    .filter(({ disabled }) => !disabled)
    .sort((one, other) => one.order - other.order)
    .map(({ id, label, labelEn }) => ({ value: id, label: (locale === 'en' && labelEn) || label }))
}

/** Says why nothing comes of a lead. */
export default function InvalidDialog({ row, invalidate, close }: Props) {
  const { t } = useTexts()
  const reasons = useReasons()
  const sending = useSending<Values>((values) => invalidate(values), 'reason')
  return (
    <FormDialog
      title={t('lead.invalidWhat', { name: String(row.name) })}
      yes={t('lead.invalidate')}
      sending={sending}
      close={close}
    >
      <Form.Item
        name="reason"
        label={t('lead.reason')}
        rules={[{ required: true, message: t('auth.required') }]}
      >
        <Radio.Group className="convert-side" options={reasons} />
      </Form.Item>
      <Form.Item name="note" label={t('lead.note')}>
        <Input.TextArea maxLength={1000} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </FormDialog>
  )
}
