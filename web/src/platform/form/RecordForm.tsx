import { Form, type FormInstance } from 'antd'
import type { ReactNode } from 'react'
import type { Catalogue, Field, Row } from '../http'
import { useTexts } from '../i18n'
import { FieldInput, isUploading, type InputProps } from '../inputs'
import { maskOf, pathOf } from '../records'
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
  /** What is shown of a value that is kept unless another one is typed. */
  mask: string | undefined
  autoFocus: boolean
}

function Item({ object, field, mask, autoFocus }: ItemProps) {
  const { t, of } = useTexts()
  const label = of(field.label)
  const needed = field.required && field.type !== 'yesNo' && mask === undefined
  return (
    <Form.Item
      name={pathOf(field)}
      label={label}
      extra={(mask !== undefined && t('form.maskKept')) || of(field.help) || undefined}
      rules={[
        { required: needed, message: t('form.required', { what: label }) },
        ...(field.maxLength
          ? [{ max: field.maxLength, message: t('form.tooLong', { n: field.maxLength }) }]
          : []),
        ...(field.type === 'files' ? [arrived(t('field.stillUploading'))] : []),
      ]}
      className={wide.has(field.type) ? 'form-wide' : ''}
    >
      <FormInput object={object} field={field} placeholder={mask} autoFocus={autoFocus} />
    </Form.Item>
  )
}

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
              <Item
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
