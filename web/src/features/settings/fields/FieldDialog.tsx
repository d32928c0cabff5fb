import { Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { FormDialog } from '@/platform/form/FormDialog'
import { useSending } from '@/platform/form/useSending'
import { useTexts } from '@/platform/i18n'
import { ChoicesEditor } from './ChoicesEditor'
import { choicesOf, customTypes, draftOf, faultOf, type CustomField, type DraftChoice } from './customField'

interface Draft extends Omit<CustomField, 'options'> {
  choices?: DraftChoice[]
}

interface Props {
  field: CustomField | null
  save: (field: CustomField | null, body: object) => Promise<boolean>
  close: () => void
}

function TypeParts({ type }: { type: CustomField['type'] | undefined }) {
  const { t } = useTexts()
  if (type === 'choice' || type === 'choices') {
    return (
      <Form.Item
        name="choices"
        label={t('settings.choices')}
        extra={t('settings.choicesHelp')}
        required
        rules={[
          {
            validator: (_, drafts: DraftChoice[]) => {
              const fault = faultOf(drafts ?? [])
              return fault
                ? Promise.reject(new Error(t(`settings.choiceFaults.${fault}`)))
                : Promise.resolve()
            },
          },
        ]}
      >
        <ChoicesEditor />
      </Form.Item>
    )
  }
  if (type === 'formula') {
    return (
      <Form.Item
        name="formula"
        label={t('settings.formula')}
        rules={[{ required: true, message: t('auth.required') }]}
      >
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Form.Item>
    )
  }
  if (type !== 'number' && type !== 'percent' && type !== 'money') return null
  return (
    <Form.Item name="decimals" label={t('settings.decimals')}>
      <InputNumber min={0} max={4} />
    </Form.Item>
  )
}

export function FieldDialog({ field, save, close }: Props) {
  const { t } = useTexts()
  const sending = useSending<Draft>(async ({ choices, ...rest }) => {
    const listed = rest.type === 'choice' || rest.type === 'choices'
    const body = listed ? { ...rest, options: choicesOf(choices ?? []) } : rest
    if (await save(field, body)) close()
  })
  const type = Form.useWatch('type', sending.form)
  const needed = [{ required: true, message: t('auth.required') }]
  const choices = draftOf(field?.options ?? null)
  const initial = field ? { ...field, choices } : { type: 'text' as const, required: false, choices }
  return (
    <FormDialog
      title={field ? field.label : t('settings.newField')}
      yes={t('common.save')}
      width={640}
      initial={initial}
      sending={sending}
      close={close}
    >
      <Form.Item name="label" label={t('common.name')} rules={needed}>
        <Input autoFocus maxLength={40} />
      </Form.Item>
      <Form.Item name="labelEn" label={t('settings.english')}>
        <Input maxLength={60} />
      </Form.Item>
      {!field && (
        <Form.Item
          name="key"
          label={t('settings.key')}
          extra={t('settings.keyHelp')}
          rules={[...needed, { pattern: /^[a-z][A-Za-z0-9]{0,39}$/, message: t('settings.keyRule') }]}
        >
          <Input prefix="custom." />
        </Form.Item>
      )}
      <Form.Item name="type" label={t('settings.type')}>
        <Select
          disabled={!!field}
          listHeight={320}
          showSearch={{ optionFilterProp: 'label' }}
          options={customTypes.map((value) => ({ value, label: t(`settings.types.${value}`) }))}
        />
      </Form.Item>
      <TypeParts type={type} />
      <Form.Item name="help" label={t('settings.help')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="required" valuePropName="checked">
        <Checkbox>{t('settings.required')}</Checkbox>
      </Form.Item>
    </FormDialog>
  )
}
