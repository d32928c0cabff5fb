import { DeleteOutlined } from '@ant-design/icons'
import { Button, DatePicker, Input, Select } from 'antd'
import dayjs from 'dayjs'
import type { Catalogue, Choice, Field } from '../http'
import { dayOf, useTexts } from '../i18n'
import { FieldInput } from '../inputs'
import { asChoices, asRef, fieldAt, pathOf } from '../records'
import { useLabels, useWords } from './describe'
import { distances, isMoment, newCondition, operatorsOf, periods, takesList } from './operators'
import type { Condition } from './rsql'

interface ValueProps {
  field: Field
  condition: Condition
  change: (values: string[]) => void
}

function MomentValue({ field, condition, change }: ValueProps) {
  const { t, of } = useTexts()
  const words = useWords()
  const current = condition.values[0] ?? ''
  const relative = current.startsWith('@') || current === ''
  const offered = condition.op === '==' ? [...periods] : [...periods, ...distances]
  const all =
    current.startsWith('@') && !offered.includes(current as '@today') ? [current, ...offered] : offered
  return (
    <span className="row">
      <Select<string>
        aria-label={of(field.label)}
        value={relative ? current || undefined : 'day'}
        placeholder={t('filter.when')}
        onChange={(word) => change([word === 'day' ? dayOf(new Date().toISOString()) : word])}
        options={[
          ...all.map((word) => ({ value: word, label: words(word) })),
          { value: 'day', label: t('filter.aDay') },
        ]}
        style={{ width: relative ? 200 : 90 }}
      />
      {!relative && (
        <DatePicker
          aria-label={of(field.label)}
          allowClear={false}
          value={dayjs(current)}
          onChange={(day) => day && change([day.format('YYYY-MM-DD')])}
        />
      )}
    </span>
  )
}

const meWords: Partial<Record<Field['type'], string>> = { person: '@me', department: '@myDepartment' }

/** Several references: each chosen one is a chip, and "me" or "my department" is one click away. */
function RefValue({ field, condition, change }: ValueProps) {
  const { t, of } = useTexts()
  const words = useWords()
  const label = useLabels(field, condition.values)
  const me = meWords[field.type]
  const many = takesList(condition.op)
  const add = (id: string) => change(many ? [...new Set([...condition.values, id])] : [id])
  return (
    <span className="ref-values">
      {condition.values.filter(Boolean).map((id) => (
        <button
          key={id}
          type="button"
          className="chip is-on"
          aria-label={`${t('common.remove')} ${label(id)}`}
          onClick={() => change(condition.values.filter((other) => other !== id))}
        >
          {label(id)} ×
        </button>
      ))}
      {me && !condition.values.includes(me) && (
        <button type="button" className="chip" onClick={() => add(me)}>
          {words(me)}
        </button>
      )}
      <span style={{ minWidth: 160, flex: 1 }}>
        <FieldInput
          field={{ ...field, required: false }}
          value={null}
          label={of(field.label)}
          onChange={(value) => asRef(value) && add(asRef(value)!.id)}
        />
      </span>
    </span>
  )
}

function ChoiceValue({ field, condition, change }: ValueProps) {
  const { of } = useTexts()
  const label = useLabels(field, condition.values)
  const chosen: Choice[] = condition.values.filter(Boolean).map((id) => ({ id, label: label(id) }))
  const many = takesList(condition.op)
  const asked: Field = { ...field, type: many ? 'choices' : 'choice', required: false }
  const plain =
    field.type === 'tags' ? { ...asked, type: many ? ('tags' as const) : ('choice' as const) } : asked
  return (
    <FieldInput
      field={plain}
      label={of(field.label)}
      value={many ? chosen : (chosen[0] ?? null)}
      onChange={(value) =>
        change(
          Array.isArray(value)
            ? asChoices(value).map(({ id }) => id)
            : asRef(value)
              ? [asRef(value)!.id]
              : [],
        )
      }
    />
  )
}

function ScalarValue({ field, condition, change }: ValueProps) {
  const { t, of } = useTexts()
  const value = condition.values[0] ?? ''
  if (field.type === 'yesNo') {
    const options = ['true', 'false'].map((one) => ({
      value: one,
      label: t(one === 'true' ? 'common.yes' : 'common.no'),
    }))
    return (
      <Select
        aria-label={of(field.label)}
        value={value || undefined}
        options={options}
        onChange={(next) => change([next])}
        style={{ width: 120 }}
      />
    )
  }
  if (field.type === 'number' || field.type === 'percent' || field.type === 'money') {
    // Amounts are compared in the unit that each has, so only the figure is asked for.
    return (
      <FieldInput
        field={field.type === 'money' ? { ...field, type: 'number', decimals: null } : field}
        label={of(field.label)}
        value={value ? Number(value) : null}
        onChange={(next) => change([String((next as number | null) ?? '')])}
      />
    )
  }
  if (takesList(condition.op)) {
    return (
      <Select
        mode="tags"
        aria-label={of(field.label)}
        open={false}
        suffixIcon={null}
        value={condition.values}
        onChange={change}
        style={{ width: '100%' }}
      />
    )
  }
  return (
    <Input aria-label={of(field.label)} value={value} onChange={(event) => change([event.target.value])} />
  )
}

function ConditionValue(props: ValueProps) {
  const { t, of } = useTexts()
  const { field, condition, change } = props
  if (condition.op === '=null=') {
    const options = [
      { value: 'true', label: t('filter.isEmpty') },
      { value: 'false', label: t('filter.isSet') },
    ]
    return (
      <Select
        aria-label={of(field.label)}
        value={condition.values[0] ?? 'true'}
        options={options}
        onChange={(next) => change([next])}
      />
    )
  }
  if (isMoment(field)) return <MomentValue {...props} />
  if (['person', 'department', 'record', 'region', 'industry'].includes(field.type))
    return <RefValue {...props} />
  if (['choice', 'choices', 'tags'].includes(field.type)) return <ChoiceValue {...props} />
  return <ScalarValue {...props} />
}

interface PartsProps {
  field: Field
  condition: Condition
  change: (condition: Condition) => void
}

/** How a field is compared, and with what. */
export function ConditionParts({ field, condition, change }: PartsProps) {
  const { t } = useTexts()
  const turn = (op: string) => {
    const values = op === '=null=' ? ['true'] : condition.op === '=null=' ? [] : condition.values
    change({ ...condition, op, values: takesList(op) ? values : values.slice(0, 1) })
  }
  return (
    <>
      <Select
        aria-label={t('filter.operator')}
        value={condition.op}
        options={operatorsOf(field).map((op) => ({
          value: op,
          label: t(`filter.ops.${op}` as 'filter.ops.=='),
        }))}
        onChange={turn}
      />
      <div className="condition-value">
        <ConditionValue
          field={field}
          condition={condition}
          change={(values) => change({ ...condition, values })}
        />
      </div>
    </>
  )
}

interface Props {
  catalogue: Catalogue
  condition: Condition
  change: (condition: Condition) => void
  remove: () => void
}

export function ConditionEditor({ catalogue, condition, change, remove }: Props) {
  const { t, of } = useTexts()
  const field = fieldAt(catalogue, condition.field)
  const filterable = catalogue.fields.filter((one) => one.filterable && operatorsOf(one).length)
  return (
    <div className="condition">
      <Select
        aria-label={t('filter.field')}
        showSearch={{ optionFilterProp: 'label' }}
        value={field && pathOf(field)}
        options={filterable.map((one) => ({ value: pathOf(one), label: of(one.label) }))}
        onChange={(path) => change(newCondition(fieldAt(catalogue, path)!))}
      />
      {field && <ConditionParts field={field} condition={condition} change={change} />}
      <Button
        type="text"
        size="small"
        icon={<DeleteOutlined />}
        aria-label={t('common.remove')}
        onClick={remove}
      />
    </div>
  )
}
