import { Form, Input, InputNumber, Segmented, Select, Switch } from 'antd'
import type { Catalogue, Field, Ref } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { FieldInput } from '@/platform/inputs'
import { asRef, useDictionaries } from '@/platform/records'
import { ConditionInput } from '../ConditionInput'
import { units, type Typed } from './cadences'

const MOST_TIMES = 120
const MOST_LEAD = 90

const colleague = { name: 'person', type: 'person', object: 'person', required: true } as Field

interface PersonProps {
  label: string
  value?: Ref | null
  onChange?: (person: Ref | null) => void
}

function Colleague({ label, value = null, onChange = () => undefined }: PersonProps) {
  return (
    <FieldInput field={colleague} value={value} label={label} onChange={(next) => onChange(asRef(next))} />
  )
}

export function useKinds() {
  const { locale } = useTexts()
  const items = useDictionaries().data?.find(({ key }) => key === 'activityKind')?.items ?? []
  return items
    .filter(({ disabled }) => !disabled)
    .map(({ id, label, labelEn }) => ({ value: id, label: (locale === 'en' && labelEn) || label }))
}

/** How often, by which means and who. */
function How() {
  const { t } = useTexts()
  const kinds = useKinds()
  const doer = Form.useWatch<Typed['doer']>('doer')
  const needed = [{ required: true, message: t('auth.required') }]
  const options = units.map((unit) => ({ value: unit, label: t(`cadence.units.${unit}`) }))
  return (
    <>
      <div className="pool-amounts">
        <Form.Item name="every" label={t('cadence.period')} rules={needed}>
          <InputNumber min={1} max={MOST_TIMES} precision={0} prefix={t('cadence.every')} />
        </Form.Item>
        <Form.Item name="unit" label={' '} colon={false}>
          <Select options={options} aria-label={t('cadence.period')} />
        </Form.Item>
        <Form.Item name="kind" label={t('cadence.kind')} rules={needed}>
          <Select options={kinds} />
        </Form.Item>
      </div>
      <Form.Item name="doer" label={t('cadence.doer')}>
        <Segmented
          options={[
            { value: 'owner', label: t('cadence.owner') },
            { value: 'person', label: t('cadence.appointed') },
          ]}
        />
      </Form.Item>
      {doer === 'person' && (
        <Form.Item name="person" label={t('cadence.person')} rules={needed}>
          <Colleague label={t('cadence.person')} />
        </Form.Item>
      )}
    </>
  )
}

/** Everything about a rhythm, in one form. */
export function CadenceForm({ catalogue, fresh }: { catalogue: Catalogue; fresh: boolean }) {
  const { t } = useTexts()
  return (
    <>
      <Form.Item
        name="name"
        label={t('cadence.name')}
        rules={[{ required: true, whitespace: true, message: t('auth.required') }]}
      >
        <Input maxLength={100} autoFocus={fresh} placeholder={t('cadence.nameHint')} />
      </Form.Item>
      <Form.Item name="condition" label={t('cadence.who')}>
        <ConditionInput catalogue={catalogue} none={t('cadence.everyone')} />
      </Form.Item>
      <How />
      <Form.Item
        name="restarts"
        label={t('cadence.restarts')}
        valuePropName="checked"
        extra={t('cadence.restartsHint')}
      >
        <Switch aria-label={t('cadence.restarts')} />
      </Form.Item>
      <Form.Item name="leadDays" label={t('cadence.lead')} extra={t('cadence.leadHint')}>
        <InputNumber min={0} max={MOST_LEAD} precision={0} suffix={t('pool.unitDay')} />
      </Form.Item>
      <Form.Item name="subject" label={t('cadence.subject')} extra={t('cadence.subjectHint')}>
        <Input maxLength={150} />
      </Form.Item>
      <Form.Item name="goal" label={t('cadence.goal')} extra={t('cadence.goalHint')}>
        <Input.TextArea maxLength={2000} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <Form.Item
        name="active"
        label={t('cadence.active')}
        valuePropName="checked"
        extra={t('cadence.activeHint')}
      >
        <Switch aria-label={t('cadence.active')} />
      </Form.Item>
    </>
  )
}
