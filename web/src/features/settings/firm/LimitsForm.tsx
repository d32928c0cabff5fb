import { Button, Form, InputNumber } from 'antd'
import { useTexts } from '@/platform/i18n'
import { FirmPart } from './FirmPart'

interface Values {
  storageMegabytes: number
  exportRowsPerDay: number
  completePercent: number
  unchangedDays: number
  visitGraceMinutes: number
}

type Limits = Values & { version: number }

function Fields({ limits, save }: { limits: Limits; save: (values: Values) => void }) {
  const { t } = useTexts()
  const amount = (name: keyof Values, max: number, unit: string) => (
    <Form.Item
      name={name}
      label={t(`settings.limits.${name}`)}
      extra={t(`settings.limits.${name}Help`)}
      rules={[{ required: true, message: t('auth.required') }]}
    >
      <InputNumber<number> min={0} max={max} precision={0} suffix={unit} />
    </Form.Item>
  )
  return (
    <Form<Values> className="settings-form" layout="vertical" initialValues={limits} onFinish={save}>
      {amount('storageMegabytes', 10_000_000, 'MB')}
      {amount('exportRowsPerDay', 100_000_000, t('settings.limits.rows'))}
      {amount('completePercent', 100, '%')}
      {amount('unchangedDays', 3_650, t('settings.limits.days'))}
      {amount('visitGraceMinutes', 600, t('settings.limits.minutes'))}
      <Button htmlType="submit">{t('settings.limits.save')}</Button>
    </Form>
  )
}

/** How much the firm may keep and its people may take out, and from where on a customer is to be cleaned up. */
export function LimitsForm() {
  const { t } = useTexts()
  return (
    <FirmPart<Limits> title={t('settings.limits.title')} path="/firm/limits">
      {(limits, save) => <Fields limits={limits} save={save} />}
    </FirmPart>
  )
}
