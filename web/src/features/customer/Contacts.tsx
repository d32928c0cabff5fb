import { PlusOutlined, UserOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { create } from '@/platform/form/creating'
import type { Ref, Row } from '@/platform/http'
import { formatNumber, useTexts } from '@/platform/i18n'
import { fieldAt, PAGE, pageOf, useCount, useFields, useRecordList, useRefresh } from '@/platform/records'
import { useCan } from '@/platform/session'
import { Empty, RowSkeleton, Tag, Trouble } from '@/platform/ui'
import { FieldValue } from '@/platform/values'

const useContacts = (customer: Row) => {
  const filter = `customer==${customer.id}`
  const query = useRecordList('contact', { filter })
  const contacts = query.data?.pages.flatMap((page) => page.items) ?? []
  const { value, exact } = useCount('contact', { filter }).data ?? { value: contacts.length, exact: true }
  return { query, contacts, count: value, counted: value ? formatNumber(value) + (exact ? '' : '+') : '' }
}

function AddContact({ customer }: { customer: Row }) {
  const { t } = useTexts()
  const can = useCan()
  const refresh = useRefresh()
  const open = !customer.can || customer.can.includes('update')
  if (!open || !can('contact.create')) return null
  const ref: Ref = { id: customer.id, label: String(customer.name ?? '') }
  const add = () =>
    create({ object: 'contact', given: { customer: ref }, onCreated: () => void refresh('contact') })
  return (
    <Button size="small" icon={<PlusOutlined />} onClick={add}>
      {t('record.addContact')}
    </Button>
  )
}

function ContactLine({ contact }: { contact: Row }) {
  const { t } = useTexts()
  const catalogue = useFields('contact').data
  const phone = catalogue && fieldAt(catalogue, 'phone')
  const title = contact.jobTitle
  return (
    <li className="contact-line">
      <span className="row">
        <Link to={pageOf('contact', contact.id)!}>{String(contact.name ?? '')}</Link>
        {contact.primaryContact === true && <Tag color="blue">{t('record.primary')}</Tag>}
        <span className="ink3 clip">{typeof title === 'string' ? title : ''}</span>
      </span>
      {phone && <FieldValue field={phone} row={contact} object="contact" />}
    </li>
  )
}

/** The people at a customer, with a way to add one. */
export function Contacts({ customer, titled }: { customer: Row; titled: boolean }) {
  const { t } = useTexts()
  const { query, contacts, count, counted } = useContacts(customer)
  const list = (
    <ul>
      {contacts.map((contact) => (
        <ContactLine key={contact.id} contact={contact} />
      ))}
    </ul>
  )
  const none = query.data && !contacts.length && (
    <Empty icon={<UserOutlined />} title={t('record.noContacts')} hint={t('record.noContactsHint')} />
  )
  return (
    <section>
      {titled && (
        <h2 className="section row">
          <span className="grow">
            {t('record.contacts')} <span className="ink3 num">{counted}</span>
          </span>
        </h2>
      )}
      {query.isPending && <RowSkeleton rows={2} />}
      {query.error && (
        <Trouble
          title={t('common.notDone', { what: t('record.contacts') })}
          error={query.error}
          again={() => void query.refetch()}
        />
      )}
      {contacts.length > 0 ? list : none}
      {query.hasNextPage && (
        <Button
          block
          size="small"
          className="contact-more"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('common.loadMore', { n: Math.min(PAGE, Math.max(1, count - contacts.length)) })}
        </Button>
      )}
      <AddContact customer={customer} />
    </section>
  )
}
