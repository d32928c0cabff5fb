import { Form, InputNumber, Switch } from 'antd'
import { FormDialog } from '@/platform/form/FormDialog'
import { useSending } from '@/platform/form/useSending'
import { useTexts } from '@/platform/i18n'
import type { Rule } from './retention'

type Values = Pick<Rule, 'months' | 'binnedOnly' | 'active'>

interface Props {
  rule: Rule
  change: (draft: Partial<Rule>, version: number) => Promise<void>
  close: () => void
}

/** For how many months people are kept, which of them, and whether they then go by themselves. */
export function RetentionDialog({ rule, change, close }: Props) {
  const { t } = useTexts()
  const sending = useSending<Values>(async ({ months, binnedOnly, active }) => {
    await change({ months: months ?? null, binnedOnly, active: months != null && active }, rule.version)
    close()
  })
  const months: unknown = Form.useWatch('months', sending.form)
  return (
    <FormDialog
      title={t('retention.title')}
      yes={t('common.save')}
      initial={rule}
      sending={sending}
      close={close}
    >
      <Form.Item name="months" label={t('retention.months')} extra={t('retention.monthsHelp')}>
        <InputNumber<number> autoFocus min={1} max={600} precision={0} suffix={t('retention.unit')} />
      </Form.Item>
      <Form.Item name="binnedOnly" label={t('retention.binnedOnly')} valuePropName="checked">
        <Switch />
      </Form.Item>
      <Form.Item
        name="active"
        label={t('retention.active')}
        extra={t('retention.activeHelp')}
        valuePropName="checked"
      >
        <Switch disabled={months == null} />
      </Form.Item>
    </FormDialog>
  )
}
