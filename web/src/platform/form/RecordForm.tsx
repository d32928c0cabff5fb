import { Form, type FormInstance } from 'antd'
import type { ReactNode } from 'react'
import type { Catalogue, Field, Row } from '../http'
import { useTexts } from '../i18n'
import { maskOf, pathOf } from '../records'
import type { Draft } from './draft'
import { FieldItem } from './FieldItem'
import './form.css'

interface Props {
  form: FormInstance<Draft>
  catalogue: Catalogue
  fields: Field[]
  initial: Draft
  /** The record that is changed; none for a new one. */
  row?: Row | null
  columns?: 1 | 2
  onChange?: (values: Draft) => void
  onSubmit: () => void
  /** Further items under the fields. */
  children?: ReactNode
}

/** Inputs for any fields of an object, in their groups when there is more than one. */
export function RecordForm(props: Props) {
  const { form, catalogue, fields, initial, row, columns = 1, onChange, onSubmit, children } = props
  const { of } = useTexts()
  const groups = [...catalogue.groups, { key: '', label: { zh: '', en: '' } }].map((group) => ({
    ...group,
    fields: fields.filter((field) =>
      group.key ? field.group === group.key : !catalogue.groups.some(({ key }) => key === field.group),
    ),
  }))
  const shown = groups.filter((group) => group.fields.length)
  const first = shown[0]?.fields[0]
  return (
    <Form<Draft>
      form={form}
      layout="vertical"
      initialValues={initial}
      onValuesChange={(_, values) => onChange?.(values)}
      onFinish={onSubmit}
      scrollToFirstError={{ focus: true }}
      className={`record-form is-${columns}`}
    >
      {shown.map((group) => (
        <fieldset key={group.key}>
          {shown.length > 1 && <legend>{of(group.label)}</legend>}
          <div className="form-fields">
            {group.fields.map((field) => (
              <FieldItem
                key={pathOf(field)}
                object={catalogue.object}
                field={field}
                mask={row ? maskOf(row, field) : undefined}
                autoFocus={field === first}
              />
            ))}
          </div>
        </fieldset>
      ))}
      {children}
    </Form>
  )
}
