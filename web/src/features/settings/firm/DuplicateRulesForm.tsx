import { Button, Form, Select } from 'antd'
import { useTexts } from '@/platform/i18n'
import { FirmPart } from './FirmPart'

const names = [
  'customerName',
  'customerCreditCode',
  'customerPhone',
  'customerEmail',
  'contactName',
  'contactPhone',
  'contactEmail',
  'leadName',
  'leadPhone',
  'leadEmail',
] as const
const rules = ['refuse', 'warn', 'allow'] as const

interface Rules {
  version: number
  rules: Record<(typeof names)[number], (typeof rules)[number]>
}

/** What becomes of a customer, contact or lead that has the same mark as one that is there. */
export function DuplicateRulesForm() {
  const { t } = useTexts()
  const options = rules.map((rule) => ({ value: rule, label: t(`settings.duplicates.rules.${rule}`) }))
  return (
    <FirmPart<Rules> title={t('settings.duplicates.title')} path="/firm/duplicate-rules">
      {(read, save) => (
        <Form className="settings-form" layout="vertical" initialValues={read.rules} onFinish={save}>
          <p className="note">{t('settings.duplicates.hint')}</p>
          <div className="settings-pairs">
            {names.map((name) => (
              <Form.Item key={name} name={name} label={t(`settings.duplicates.${name}`)}>
                <Select options={options} />
              </Form.Item>
            ))}
          </div>
          <Button htmlType="submit">{t('settings.duplicates.save')}</Button>
        </Form>
      )}
    </FirmPart>
  )
}
