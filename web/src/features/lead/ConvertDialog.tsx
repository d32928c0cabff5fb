import { Form, Radio } from 'antd'
import { FormDialog } from '@/platform/form/FormDialog'
import { useSending } from '@/platform/form/useSending'
import type { Duplicate, Ref, Row } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { FieldInput } from '@/platform/inputs'
import { asRef, fieldAt, useFields } from '@/platform/records'
import { useCan } from '@/platform/session'
import { RowSkeleton, Trouble } from '@/platform/ui'
import { order, proposed, useMatches, type Conversion } from './leads'

interface Props {
  row: Row
  convert: (body: object) => Promise<void>
  close: () => void
}

/** What is known of a match: how sure, by what, whose. */
function useWords() {
  const { t } = useTexts()
  return (one: Duplicate) => {
    const by = one.by.map((field) => t(`form.marks.${field}`)).join(t('form.and'))
    return [
      t(`form.like.${one.certainty}`, { label: one.label }),
      one.customer && t('form.ofCustomer', { customer: one.customer }),
      by && t('form.by', { by }),
      one.owner && t('form.ownedBy', { owner: one.owner }),
    ]
      .filter(Boolean)
      .join('')
  }
}

/** Another customer, found by its name. */
function OtherCustomer() {
  const { t } = useTexts()
  const catalogue = useFields('lead').data
  const field = catalogue && fieldAt(catalogue, 'customer')
  if (!field) return null
  const rule = { required: true, message: t('auth.required') }
  return (
    <Form.Item
      name="other"
      rules={[rule]}
      getValueProps={(value: Ref | null) => ({ value })}
      getValueFromEvent={(value: unknown) => asRef(value as never)}
    >
      <FieldInput field={field} value={null} onChange={() => undefined} label={t('lead.otherCustomer')} />
    </Form.Item>
  )
}

function Sides({ row, matches }: { row: Row; matches: Duplicate[] }) {
  const { t } = useTexts()
  const can = useCan()
  const words = useWords()
  const chosen = Form.useWatch<string | undefined>('customer')
  const person = typeof row.contactName === 'string' ? row.contactName : ''
  const of = (object: string) => matches.filter((one) => one.object === object && one.id)
  const existing = (object: string) => of(object).map((one) => ({ value: one.id!, label: words(one) }))
  const customers = [
    ...(can('customer.create')
      ? [{ value: 'new', label: t('lead.newCustomer', { name: String(row.name) }) }]
      : []),
    ...existing('customer'),
    { value: 'other', label: t('lead.otherCustomer') },
    { value: 'none', label: t('lead.noCustomer') },
  ]
  const contacts = [
    ...(can('contact.create') && person
      ? [{ value: 'new', label: t('lead.newContact', { name: person }) }]
      : []),
    ...existing('contact'),
    { value: 'none', label: t(person ? 'lead.noContact' : 'lead.noContactName') },
  ]
  const unreached = matches.filter((one) => !one.id)
  return (
    <>
      {unreached.map((one, at) => (
        <p key={at} className="note">
          {t('lead.unreached', { what: words(one) })}
        </p>
      ))}
      <Form.Item
        name="customer"
        label={t('customer.one')}
        initialValue={proposed(matches, 'customer', can('customer.create'))}
      >
        <Radio.Group className="convert-side" options={customers} />
      </Form.Item>
      {chosen === 'other' && <OtherCustomer />}
      <Form.Item
        name="contact"
        label={t('contact.one')}
        initialValue={proposed(matches, 'contact', !!person && can('contact.create'))}
      >
        <Radio.Group className="convert-side" options={contacts} />
      </Form.Item>
    </>
  )
}

/** Makes a customer and a contact of a lead, or lets it go into those that are there. */
export default function ConvertDialog({ row, convert, close }: Props) {
  const { t } = useTexts()
  const { data, error, refetch } = useMatches(row)
  const sending = useSending<Conversion>((values) => convert(order(values)), 'customer')
  return (
    <FormDialog
      title={t('lead.convertWhat', { name: String(row.name) })}
      text={t('lead.convertText')}
      yes={t('lead.convert')}
      ready={!!data}
      width={560}
      sending={sending}
      close={close}
    >
      {error && (
        <Trouble
          title={t('common.notDone', { what: t('lead.matches') })}
          error={error}
          again={() => void refetch()}
        />
      )}
      {!data && !error && <RowSkeleton rows={4} />}
      {data && <Sides row={row} matches={data} />}
    </FormDialog>
  )
}
