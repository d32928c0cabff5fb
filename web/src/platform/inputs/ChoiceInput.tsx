import { Select } from 'antd'
import type { Choice, Field, Value } from '../http'
import { asChoices, asRef, grouped } from '../records'
import type { InputProps } from './FieldInput'
import { useChoices, type Choosable } from './useChoices'

interface Option {
  value: string
  label: string
  disabled?: boolean
}

/** Two-level dictionaries show their upper items as headings, tags their groups. */
export function optionsOf(choices: Choosable[], chosen: string[]) {
  const usable = choices.filter((choice) => !choice.disabled || chosen.includes(choice.id))
  const option = ({ id, label, disabled }: Choosable): Option => ({
    value: id,
    label,
    ...(disabled && { disabled }),
  })
  const below = (id: string) => usable.filter((choice) => choice.parent === id).map(option)
  const upper = (choices: Choosable[]) =>
    choices.map((choice) => {
      const children = below(choice.id)
      return children.length
        ? { label: choice.label, options: [option(choice), ...children] }
        : option(choice)
    })
  return grouped(usable.filter((choice) => !choice.parent)).flatMap(({ group, items }) =>
    group ? [{ label: group, options: items.map(option) }] : upper(items),
  )
}

const several = (field: Field) => field.type === 'choices' || field.type === 'tags'

export function ChoiceInput({ field, value, onChange, id, autoFocus, open, label, placeholder }: InputProps) {
  const choices = useChoices(field)
  const many = several(field)
  const chosen = many ? asChoices(value).map((item) => item.id) : (asRef(value)?.id ?? null)
  const known = (key: string): Choice =>
    choices.find((choice) => choice.id === key) ??
    asChoices(value).find((item) => item.id === key) ?? { id: key, label: key }
  const change = (next: string | string[] | undefined) => {
    const result: Value = Array.isArray(next) ? next.map(known) : next ? known(next) : null
    onChange(result)
  }
  return (
    <Select<string | string[]>
      {...(id && { id })}
      aria-label={label}
      placeholder={placeholder}
      value={chosen ?? undefined}
      onChange={change}
      options={optionsOf(choices, [chosen ?? []].flat())}
      mode={many ? 'multiple' : undefined}
      allowClear={!field.required}
      showSearch={{ optionFilterProp: 'label' }}
      autoFocus={autoFocus}
      {...(open && { defaultOpen: true })}
      style={{ width: '100%' }}
    />
  )
}
