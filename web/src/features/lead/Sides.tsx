import { Form, Radio } from 'antd'
import { FieldItem } from '@/platform/form/FieldItem'
import type { Duplicate, Ref, Row } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { FieldInput } from '@/platform/inputs'
import { asRef, fieldAt, pathOf, useFields } from '@/platform/records'
import { useCan } from '@/platform/session'
import { lacking, proposed, reached, type May, type Side } from './leads'

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

/** What the new record needs beyond what the lead hands on. */
function Lacking({ side, row, asked }: { side: Side; row: Row; asked: string[] }) {
  const { t } = useTexts()
  const leads = useFields('lead').data
  const catalogue = useFields(side).data
  if (!leads || !catalogue) return null
  const fields = lacking(catalogue, row, leads, asked)
  if (!fields.length) return null
  return (
    <div className="convert-lacking">
      <p className="note">{t('lead.lacking')}</p>
      {fields.map((field) => (
        <FieldItem key={field.name} object={side} field={field} name={[`${side}Values`, pathOf(field)]} />
      ))}
    </div>
  )
}

function useMay(person: string): May {
  const can = useCan()
  const side = (object: Side) => ({
    fresh: can(`${object}.create`),
    existing: can(`${object}.update`),
  })
  const contact = side('contact')
  return { customer: side('customer'), contact: { ...contact, fresh: contact.fresh && !!person } }
}

interface Props {
  row: Row
  matches: Duplicate[]
  /** Fields of new records that the server asked for. */
  asked: Record<Side, string[]>
}

/** Into what the lead goes, on each side. */
export function Sides({ row, matches, asked }: Props) {
  const { t } = useTexts()
  const words = useWords()
  const person = typeof row.contactName === 'string' ? row.contactName : ''
  const may = useMay(person)
  const ready = proposed(matches, may)
  const customer = Form.useWatch<string | undefined>('customer') ?? ready.customer
  const contact = Form.useWatch<string | undefined>('contact') ?? ready.contact
  const existing = (side: Side) =>
    reached(matches, side, may).map((one) => ({ value: one.id!, label: words(one) }))
  const customers = [
    ...(may.customer.fresh
      ? [{ value: 'new', label: t('lead.newCustomer', { name: String(row.name) }) }]
      : []),
    ...existing('customer'),
    ...(may.customer.existing ? [{ value: 'other', label: t('lead.otherCustomer') }] : []),
    { value: 'none', label: t('lead.noCustomer') },
  ]
  const contacts = [
    ...(may.contact.fresh
      ? [
          {
            value: 'new',
            label: t('lead.newContact', { name: person }),
            disabled: customer === 'none',
          },
        ]
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
      <Form.Item name="customer" label={t('customer.one')} initialValue={ready.customer}>
        <Radio.Group className="convert-side" options={customers} />
      </Form.Item>
      {customer === 'other' && <OtherCustomer />}
      {customer === 'new' && <Lacking side="customer" row={row} asked={asked.customer} />}
      <Form.Item name="contact" label={t('contact.one')} initialValue={ready.contact}>
        <Radio.Group className="convert-side" options={contacts} />
      </Form.Item>
      {contact === 'new' && <Lacking side="contact" row={row} asked={asked.contact} />}
    </>
  )
}
