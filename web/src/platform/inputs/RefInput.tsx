import { Select } from 'antd'
import { useTexts } from '../i18n'
import { useTyped } from '../keyboard'
import { asRef } from '../records'
import { Avatar } from '../ui'
import type { InputProps } from './FieldInput'
import { useFound } from './useFound'

const objectOf = (type: string, object?: string | null) =>
  type === 'person' || type === 'department' ? type : (object ?? 'customer')

/** Chooses a colleague, department or record; the server searches names and pinyin initials. */
export function RefInput({ field, value, onChange, id, autoFocus, open, label, placeholder }: InputProps) {
  const { t } = useTexts()
  const { settled, change, input } = useTyped()
  const object = objectOf(field.type, field.object)
  const { found, isFetching } = useFound(object, settled.trim())
  const current = asRef(value)
  const all = current && !found.some((ref) => ref.id === current.id) && !settled ? [current, ...found] : found
  return (
    <div {...input}>
      <Select<string>
        {...(id && { id })}
        aria-label={label}
        value={current?.id}
        onChange={(next) => onChange(all.find((ref) => ref.id === next) ?? null)}
        showSearch={{ filterOption: false, onSearch: change }}
        loading={isFetching}
        allowClear={!field.required}
        placeholder={placeholder ?? t('field.search')}
        autoFocus={autoFocus}
        {...(open && { defaultOpen: true })}
        style={{ width: '100%' }}
        options={all.map((ref) => ({
          value: ref.id,
          label:
            object === 'person' ? (
              <span className="person">
                <Avatar name={ref.label} /> {ref.label}
              </span>
            ) : (
              ref.label
            ),
        }))}
      />
    </div>
  )
}
