import { Form, InputNumber, Select, Switch } from 'antd'
import { useWords, type Pooled } from '@/features/pool'
import type { Catalogue, Field, Ref } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { FieldInput } from '@/platform/inputs'
import { asRef, fieldAt, useDictionaries } from '@/platform/records'
import { TryRule } from './TryRule'
import type { TypedRule, Way } from './returns'
import { usePools, type PoolRow } from './pools'

const MOST_DAYS = 3_650
const MOST_WARNING = 365
const WAYS: Way[] = ['conditions', 'pool', 'person']

interface RefProps {
  label: string
  value?: Ref | null
  onChange?: (ref: Ref | null) => void
}

const person = { name: 'person', type: 'person', object: 'person', required: true } as Field

function ChosenPerson({ label, value = null, onChange = () => undefined }: RefProps) {
  return <FieldInput field={person} value={value} label={label} onChange={(next) => onChange(asRef(next))} />
}

/** One of the pools that hold the same. */
function ChosenPool({ of, label, value, onChange = () => undefined }: RefProps & { of: string }) {
  const pools = usePools(of as Pooled).data ?? []
  const there = pools.map(({ id, name }) => ({ id, label: name }))
  const all = value && !there.some(({ id }) => id === value.id) ? [value, ...there] : there
  return (
    <Select
      aria-label={label}
      {...(value && { value: value.id })}
      options={all.map((one) => ({ value: one.id, label: one.label }))}
      onChange={(id: string) => onChange(all.find((one) => one.id === id) ?? null)}
    />
  )
}

interface DayProps {
  label: string
  value?: string | null
  onChange?: (day: string | null) => void
}

const since = { name: 'since', type: 'date', required: false } as Field

function Since({ label, value = null, onChange = () => undefined }: DayProps) {
  return (
    <FieldInput
      field={since}
      value={value}
      label={label}
      onChange={(next) => onChange(next as string | null)}
    />
  )
}

interface DaysProps {
  name: string[]
  label: string
  most: number
  none: string
  hint?: string
}

function Days({ name, label, most, none, hint }: DaysProps) {
  const { t } = useTexts()
  return (
    <Form.Item name={['returns', ...name]} label={label} extra={hint}>
      <InputNumber min={1} max={most} precision={0} suffix={t('pool.unitDay')} placeholder={none} />
    </Form.Item>
  )
}

function useItems(key: string) {
  const { locale } = useTexts()
  const items = useDictionaries().data?.find((one) => one.key === key)?.items ?? []
  return items.map(({ id, label, labelEn }) => ({
    value: id,
    label: locale === 'en' ? (labelEn ?? label) : label,
  }))
}

/** By when, for all and for single grades, and how long before that its owner is warned. */
function Terms({ catalogue, never }: { catalogue: Catalogue; never: string[] }) {
  const { t } = useTexts()
  const items = useItems('grade')
  const grades = fieldAt(catalogue, 'grade') ? items : []
  return (
    <>
      <div className="pool-amounts">
        <Days
          name={['days']}
          label={t('pool.returns.days')}
          most={MOST_DAYS}
          none={t('pool.returns.never')}
        />
        {grades
          .filter(({ value }) => !never.includes(value))
          .map(({ value, label }) => (
            <Days
              key={value}
              name={['grades', value]}
              label={t('pool.returns.daysOf', { grade: label })}
              most={MOST_DAYS}
              none={t('pool.returns.asAll')}
            />
          ))}
        <Days
          name={['warnDays']}
          label={t('pool.returns.warn')}
          most={MOST_WARNING}
          none={t('pool.returns.warnNone')}
          hint={t('pool.returns.warnHint')}
        />
      </div>
      {grades.length > 0 && (
        <Form.Item name={['returns', 'never']} label={t('pool.returns.neverGrades')}>
          <Select mode="multiple" options={grades} optionFilterProp="label" placeholder={t('common.none')} />
        </Form.Item>
      )}
    </>
  )
}

/** What counts as a follow-up, and which days. */
function Counting() {
  const { t } = useTexts()
  const kinds = useItems('activityKind')
  return (
    <>
      <Form.Item name={['returns', 'kinds']} label={t('pool.returns.kinds')}>
        <Select
          mode="multiple"
          options={kinds}
          optionFilterProp="label"
          placeholder={t('pool.returns.anyKind')}
        />
      </Form.Item>
      <Form.Item
        name={['returns', 'workdays']}
        label={t('pool.returns.workdays')}
        valuePropName="checked"
        extra={t('pool.returns.workdaysHint')}
      >
        <Switch aria-label={t('pool.returns.workdays')} />
      </Form.Item>
      <Form.Item
        name={['returns', 'since']}
        label={t('pool.returns.since')}
        extra={t('pool.returns.sinceHint')}
      >
        <Since label={t('pool.returns.since')} />
      </Form.Item>
    </>
  )
}

function Destination({ object, to, gone }: { object: string; to: Way; gone: boolean }) {
  const { t } = useTexts()
  const words = useWords(object)
  const label = t(`pool.returns.ways.${to}`, words)
  return (
    <>
      <Form.Item
        name={['returns', 'to']}
        label={t('pool.returns.to')}
        extra={gone && <span className="bad">{t('pool.returns.gone', words)}</span>}
      >
        <Select options={WAYS.map((way) => ({ value: way, label: t(`pool.returns.ways.${way}`, words) }))} />
      </Form.Item>
      {to !== 'conditions' && (
        <Form.Item
          key={to}
          name={['returns', to]}
          label={label}
          rules={[{ required: true, message: t('auth.required') }]}
        >
          {to === 'pool' ? <ChosenPool of={object} label={label} /> : <ChosenPerson label={label} />}
        </Form.Item>
      )}
    </>
  )
}

interface Props {
  catalogue: Catalogue
  row: PoolRow | null
  gone: boolean
}

/** By when what nobody follows returns, where to, and who would by this. */
export function ReturnsForm({ catalogue, row, gone }: Props) {
  const { t } = useTexts()
  const words = useWords(catalogue.object)
  const typed = Form.useWatch<TypedRule | undefined>('returns')
  return (
    <fieldset className="pool-returns">
      <legend>{t('pool.returns.title')}</legend>
      <Form.Item
        name={['returns', 'on']}
        label={t('pool.returns.on')}
        valuePropName="checked"
        extra={t('pool.returns.onHint', words)}
      >
        <Switch aria-label={t('pool.returns.on')} />
      </Form.Item>
      {typed?.on && (
        <>
          <Terms catalogue={catalogue} never={typed.never ?? []} />
          <Counting />
          <Destination object={catalogue.object} to={typed.to ?? 'conditions'} gone={gone} />
          {row && <TryRule pool={row} />}
        </>
      )}
    </fieldset>
  )
}
