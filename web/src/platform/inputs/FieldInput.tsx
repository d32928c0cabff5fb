import { Checkbox, Input, InputNumber } from 'antd'
import type { ReactElement } from 'react'
import type { Field, FieldType, Value } from '../http'
import { useTexts } from '../i18n'
import { ChoiceInput } from './ChoiceInput'
import { DateInput } from './DateInput'
import { FilesInput } from './FilesInput'
import { MoneyInput } from './MoneyInput'
import { IndustryInput, RegionInput } from './PlaceInput'
import { RefInput } from './RefInput'
import './inputs.css'

export interface InputProps {
  field: Field
  value: Value
  onChange: (value: Value) => void
  /** Whose field it is; files are sent for it. */
  object?: string
  id?: string
  /** For readers, where no visible label belongs to the input. */
  label?: string
  /** Stands in the input while it is empty. */
  placeholder?: string | undefined
  autoFocus?: boolean
  /** Opens its list at once, as in a table cell. */
  open?: boolean
}

const plain = ({ value, id, label, placeholder, autoFocus }: InputProps) => ({
  ...(id && { id }),
  'aria-label': label,
  placeholder,
  autoFocus,
  value: (value as string | null) ?? '',
})

const modes: Partial<Record<FieldType, 'tel' | 'email' | 'url'>> = {
  phone: 'tel',
  email: 'email',
  link: 'url',
}

function TextInput(props: InputProps) {
  const mode = modes[props.field.type]
  return (
    <Input
      {...plain(props)}
      {...(mode && { inputMode: mode })}
      onChange={(event) => props.onChange(event.target.value || null)}
    />
  )
}

const LongInput = (props: InputProps) => (
  <Input.TextArea
    {...plain(props)}
    autoSize={{ minRows: 2, maxRows: 8 }}
    onChange={(event) => props.onChange(event.target.value || null)}
  />
)

const NumberInput = ({ field, value, onChange, id, label, placeholder, autoFocus }: InputProps) => (
  <InputNumber<number>
    {...(id && { id })}
    aria-label={label}
    value={value as number | null}
    onChange={(next) => onChange(next)}
    placeholder={placeholder}
    precision={field.decimals ?? undefined}
    autoFocus={autoFocus}
    suffix={field.type === 'percent' ? '%' : undefined}
    style={{ width: '100%' }}
  />
)

function YesNoInput({ value, onChange, id, label, autoFocus }: InputProps) {
  const { t } = useTexts()
  return (
    <Checkbox
      {...(id && { id })}
      aria-label={label}
      checked={value === true}
      autoFocus={autoFocus ?? false}
      onChange={(event) => onChange(event.target.checked)}
    >
      {t('common.yes')}
    </Checkbox>
  )
}

const byType: Record<FieldType, (props: InputProps) => ReactElement> = {
  text: TextInput,
  longText: LongInput,
  phone: TextInput,
  email: TextInput,
  link: TextInput,
  sequence: TextInput,
  number: NumberInput,
  percent: NumberInput,
  money: MoneyInput,
  date: DateInput,
  dateTime: DateInput,
  yesNo: YesNoInput,
  choice: ChoiceInput,
  choices: ChoiceInput,
  tags: ChoiceInput,
  region: RegionInput,
  industry: IndustryInput,
  person: RefInput,
  department: RefInput,
  record: RefInput,
  files: FilesInput,
  formula: TextInput,
}

/** The one input for a field of any type; its value has the shape the server sends. */
export function FieldInput(props: InputProps) {
  const Typed = byType[props.field.type]
  return <Typed {...props} />
}

export default FieldInput
