import { Link } from '@tanstack/react-router'
import { LastPromise } from '@/features/promise'
import type { Row } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { fieldAt, pageOf, useFields, useRecordList, valueOf } from '@/platform/records'
import { useCan } from '@/platform/session'
import { FieldValue } from '@/platform/values'
import './before.css'

/** What one should know before one calls, visits or writes, in the order of use. */
const KNOWN = [
  'salutation',
  'preferredChannel',
  'contactTimes',
  'likes',
  'dislikes',
  'pastProblems',
  'answered',
]

interface Props {
  contact: Row
  /** On the page of somebody else: who it is. */
  named?: boolean
}

/** How to address somebody, what he likes, what went wrong and what was answered: on one card, before contact. */
export function Before({ contact, named = false }: Props) {
  const { t, of } = useTexts()
  const catalogue = useFields('contact').data
  if (!catalogue) return null
  const fields = KNOWN.flatMap((name) => fieldAt(catalogue, name) ?? [])
  const known = fields.filter((field) => valueOf(contact, field) != null)
  if (!fields.length) return null
  return (
    <section>
      <h2 className="section row">
        <span className="grow">{t('contact.before')}</span>
        {named && <Link to={pageOf('contact', contact.id)!}>{String(contact.name ?? '')}</Link>}
      </h2>
      {known.length ? (
        <dl className="before">
          {known.map((field) => (
            <div key={field.name}>
              <dt className="ink3">{of(field.label)}</dt>
              <dd>
                <FieldValue field={field} row={contact} object="contact" />
              </dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className="note">{t('contact.beforeNone')}</p>
      )}
      <LastPromise object="contact" id={contact.id} />
    </section>
  )
}

function Primary({ customer }: { customer: Row }) {
  const query = useRecordList('contact', {
    filter: `customer==${customer.id};primaryContact==true`,
    fields: ['name', ...KNOWN].join(','),
    limit: 1,
  })
  const contact = query.data?.pages[0]?.items[0]
  return contact ? <Before contact={contact} named /> : null
}

/** The same of a customer's primary contact. */
export function BeforePrimary({ customer }: { customer: Row }) {
  return useCan()('contact.read') ? <Primary customer={customer} /> : null
}
