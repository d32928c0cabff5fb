import { Form } from 'antd'
import type { Field } from '../http'
import { useTexts } from '../i18n'
import { FieldInput, isUploading, type InputProps } from '../inputs'
import { pathOf } from '../records'

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
  /** Where its value stands among those of the form; its path where nothing else is said. */
  name?: string[]
  /** What is shown of a value that is kept unless another one is typed. */
  mask?: string | undefined
  autoFocus?: boolean
}

/** A field of an object in a form, with what the catalogue demands of it. */
export function FieldItem({ object, field, name, mask, autoFocus = false }: ItemProps) {
  const { t, of } = useTexts()
  const label = of(field.label)
  const needed = field.required && field.type !== 'yesNo' && mask === undefined
  return (
    <Form.Item
      name={name ?? pathOf(field)}
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
