import { Form, Input, InputNumber, Select, Switch } from 'antd'
import { useWords, type Pooled } from '@/features/pool'
import type { Catalogue, Reader } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { ReadersInput } from '@/platform/list/ReadersInput'
import { pathOf } from '@/platform/records'
import { ConditionInput } from '../ConditionInput'
import type { PoolRow } from './pools'
import { ReturnsForm } from './ReturnsForm'
import { useGrades } from './useGrades'

interface MembersProps {
  object: Pooled
  value?: Reader[]
  onChange?: (all: Reader[]) => void
}

/** Whom it is open to; a lock for everyone else. */
function MembersInput({ object, value, onChange }: MembersProps) {
  const { t } = useTexts()
  const words = useWords(object)
  return (
    <>
      <ReadersInput {...(value && { value })} {...(onChange && { onChange })} />
      {!value?.length && <p className="note">{t('pool.nobody', words)}</p>}
    </>
  )
}

const around = new Set([
  'name',
  'owner',
  'ownerDepartment',
  'pool',
  'pooledAt',
  'formerOwner',
  'poolReason',
  'ownedAt',
  'returnAt',
  'warnedFor',
  'returnLocked',
  'lockReason',
])

interface Amount {
  name: string | string[]
  label: string
  unit: string
  most: number
}

function Amount({ name, label, unit, most }: Amount) {
  const { t } = useTexts()
  return (
    <Form.Item name={name} label={label}>
      <InputNumber min={1} max={most} precision={0} suffix={unit} placeholder={t('pool.unlimited')} />
    </Form.Item>
  )
}

interface Props {
  object: Pooled
  catalogue: Catalogue
  row: PoolRow | null
  /** Whether the pool or person that its rule of return names is there no more. */
  gone: boolean
}

/** Everything about a pool, in one form. */
export function PoolForm({ object, catalogue, row, gone }: Props) {
  const { t, of, locale } = useTexts()
  const words = useWords(object)
  const everyone = Form.useWatch<boolean>('everyone')
  const grades = useGrades(catalogue)
  const options = catalogue.fields
    .filter(({ name }) => !around.has(name))
    .map((field) => ({ value: pathOf(field), label: of(field.label) }))
  const amounts: Amount[] = [
    { name: 'claimsPerDay', label: t('pool.perDay'), unit: t('pool.unitOne', words), most: 100_000 },
    { name: 'heldMost', label: t('pool.held'), unit: t('pool.unitOne', words), most: 100_000 },
    ...grades.map(({ id, label, labelEn }) => ({
      name: ['grades', id],
      label: t('pool.ofGradeMost', { grade: locale === 'en' ? (labelEn ?? label) : label }),
      unit: t('pool.unitOne', words),
      most: 100_000,
    })),
    { name: 'coolOffDays', label: t('pool.coolOff'), unit: t('pool.unitDay'), most: 3_650 },
    { name: 'closedHours', label: t('pool.closedFor'), unit: t('pool.unitHour'), most: 8_760 },
  ]
  return (
    <>
      <Form.Item
        name="name"
        label={t('pool.name')}
        rules={[{ required: true, whitespace: true, message: t('auth.required') }]}
      >
        <Input maxLength={100} autoFocus={!row} />
      </Form.Item>
      {row?.standard ? (
        <Form.Item label={t('pool.condition')}>
          <p className="ink2">{t('pool.conditionRest', words)}</p>
        </Form.Item>
      ) : (
        <>
          <Form.Item name="condition" label={t('pool.condition')}>
            <ConditionInput catalogue={catalogue} none={t('pool.conditionNone', words)} />
          </Form.Item>
          <Form.Item name="position" label={t('pool.position')} extra={t('pool.positionHint', words)}>
            <InputNumber min={0} max={1_000_000} precision={0} />
          </Form.Item>
        </>
      )}
      <Form.Item
        name="everyone"
        label={`${t('pool.members')} · ${t('pool.everyone')}`}
        valuePropName="checked"
      >
        <Switch aria-label={t('pool.everyone')} />
      </Form.Item>
      <Form.Item name="members" label={t('pool.members')} hidden={everyone}>
        <MembersInput object={object} />
      </Form.Item>
      <Form.Item name="fields" label={t('pool.fields')} extra={t('pool.fieldsHint')}>
        <Select mode="multiple" options={options} optionFilterProp="label" />
      </Form.Item>
      <div className="pool-amounts">
        {amounts.map((amount) => (
          <Amount key={String(amount.name)} {...amount} />
        ))}
      </div>
      <ReturnsForm catalogue={catalogue} row={row} gone={gone} />
    </>
  )
}
