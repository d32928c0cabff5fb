import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { http, type Page, type Ref, type Row } from '../http'
import { useTexts } from '../i18n'
import { useTyped } from '../keyboard'
import { apiPath, asRef, titleOf, useFields } from '../records'
import { Avatar } from '../ui'
import type { InputProps } from './FieldInput'

const objectOf = (type: string, object?: string | null) =>
  type === 'person' || type === 'department' ? type : (object ?? 'customer')

function useFound(object: string, q: string, enabled: boolean) {
  const catalogue = useFields(object).data
  const { data, isFetching } = useQuery({
    queryKey: ['refs', object, q],
    queryFn: ({ signal }) => http.get<Page<Row>>(apiPath(object), { q, limit: 20 }, signal),
    enabled: enabled && !!catalogue,
    placeholderData: keepPreviousData,
  })
  const found: Ref[] = (data?.items ?? []).map((row) => ({ id: row.id, label: titleOf(row, catalogue!) }))
  return { found, isFetching }
}

/** Chooses a colleague, department or record; the server searches names and pinyin initials. */
export function RefInput({ field, value, onChange, id, autoFocus, open, label, placeholder }: InputProps) {
  const { t } = useTexts()
  const { settled, change, input } = useTyped()
  const object = objectOf(field.type, field.object)
  const { found, isFetching } = useFound(object, settled.trim(), true)
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
