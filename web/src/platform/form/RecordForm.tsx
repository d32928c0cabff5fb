import { Form, type FormInstance } from 'antd'
import type { ReactNode } from 'react'
import type { Catalogue, Field } from '../http'
import { useTexts } from '../i18n'
import { FieldInput, isUploading, type InputProps } from '../inputs'
import { pathOf } from '../records'
import type { Draft } from './draft'
import './form.css'

const FormInput = (props: Partial<InputProps> & { field: Field }) => (
  <FieldInput {...props} value={props.value ?? null} onChange={props.onChange ?? (() => undefined)} />
)

const wide = new Set(['longText', 'files'])

/** What is saved while a file is on its way would go without it. Asked when saving only, for files arrive one by one. */
const arrived = (message: string) => ({
  validateTrigger: 'onSubmit',
  validator: () => (isUploading() ? Promise.reject(new Error(message)) : Promise.resolve()),
})

interface ItemProps {
  object: string
  field: Field
  autoFocus: boolean
}

function Item({ object, field, autoFocus }: ItemProps) {
  const { t, of } = useTexts()
  const label = of(field.label)
  return (
    <Form.Item
      name={pathOf(field)}
      label={label}
      extra={of(field.help) || undefined}
      rules={[
        { required: field.required && field.type !== 'yesNo', message: t('form.required', { what: label }) },
        ...(field.type === 'files' ? [arrived(t('field.stillUploading'))] : []),
      ]}
      className={wide.has(field.type) ? 'form-wide' : ''}
    >
      <FormInput object={object} field={field} autoFocus={autoFocus} />
    </Form.Item>
  )
}

export const writable = (field: Field) =>
  field.right === 'write' && !field.readOnly && field.type !== 'formula'

interface Props {
  form: FormInstance<Draft>
  catalogue: Catalogue
  fields: Field[]
  initial: Draft
  columns?: 1 | 2
  onChange?: (values: Draft) => void
  onSubmit: () => void
  /** Further items under the fields. */
  children?: ReactNode
}

/** Inputs for any fields of an object, in their groups when there is more than one. */
export function RecordForm(props: Props) {
  const { form, catalogue, fields, initial, columns = 1, onChange, onSubmit, children } = props
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
              <Item key={pathOf(field)} object={catalogue.object} field={field} autoFocus={field === first} />
            ))}
          </div>
        </fieldset>
      ))}
      {children}
    </Form>
  )
}
