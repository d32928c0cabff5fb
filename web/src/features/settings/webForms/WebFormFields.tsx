import { Form, Input, InputNumber, Select, Switch } from 'antd'
import { useTexts } from '@/platform/i18n'
import { useDictionaries } from '@/platform/records'
import { AskedInput } from './AskedInput'
import { PeopleInput } from './PeopleInput'
import type { Askable } from './webForms'

const LONGEST = 2_000
const MOST_A_DAY = 10_000

/** Everything about a form. */
export function WebFormFields({ askable, fresh }: { askable: Askable[]; fresh: boolean }) {
  const { t, locale } = useTexts()
  const items = useDictionaries().data?.find(({ key }) => key === 'source')?.items ?? []
  const sources = items
    .filter(({ disabled }) => !disabled)
    .map(({ id, label, labelEn }) => ({ value: id, label: locale === 'en' ? (labelEn ?? label) : label }))
  const needed = [{ required: true, whitespace: true, message: t('auth.required') }]
  return (
    <>
      <Form.Item name="name" label={t('webForm.name')} rules={needed} extra={t('webForm.nameHint')}>
        <Input maxLength={100} autoFocus={fresh} />
      </Form.Item>
      <Form.Item name="active" label={t('webForm.active')} valuePropName="checked">
        <Switch aria-label={t('webForm.active')} />
      </Form.Item>
      <Form.Item name="title" label={t('webForm.heading')} rules={needed}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="intro" label={t('webForm.intro')}>
        <Input.TextArea maxLength={LONGEST} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <Form.Item name="fields" label={t('webForm.fields')} extra={t('webForm.fieldsHint')}>
        <AskedInput askable={askable} />
      </Form.Item>
      <Form.Item name="consent" label={t('webForm.consent')} extra={t('webForm.consentHint')}>
        <Input.TextArea maxLength={LONGEST} autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
      <Form.Item name="thanks" label={t('webForm.thanks')} rules={needed}>
        <Input.TextArea maxLength={LONGEST} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <Form.Item name="source" label={t('webForm.source')}>
        <Select allowClear options={sources} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Form.Item name="campaign" label={t('webForm.campaign')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="owners" label={t('webForm.owners')} extra={t('webForm.ownersHint')}>
        <PeopleInput label={t('webForm.owners')} />
      </Form.Item>
      <Form.Item name="told" label={t('webForm.told')} extra={t('webForm.toldHint')}>
        <PeopleInput label={t('webForm.told')} />
      </Form.Item>
      <Form.Item name="origins" label={t('webForm.origins')} extra={t('webForm.originsHint')}>
        <Select
          mode="tags"
          open={false}
          suffixIcon={null}
          tokenSeparators={[' ', ',', '，', '\n']}
          placeholder="https://www.example.com"
        />
      </Form.Item>
      <Form.Item
        name="mostADay"
        label={t('webForm.mostADay')}
        rules={[{ required: true, message: t('auth.required') }]}
      >
        <InputNumber min={1} max={MOST_A_DAY} precision={0} />
      </Form.Item>
    </>
  )
}
