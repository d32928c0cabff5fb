import { Link } from '@tanstack/react-router'
import type { Choice, Row } from '@/platform/http'
import { dayOf, formatDay, useTexts } from '@/platform/i18n'
import { pageOf, useRecordList } from '@/platform/records'
import { useCan } from '@/platform/session'
import { Tag } from '@/platform/ui'

function Line({ lead }: { lead: Row }) {
  const { locale } = useTexts()
  const source = lead.source as Choice | null
  const person = typeof lead.contactName === 'string' ? lead.contactName : ''
  const campaign = typeof lead.campaign === 'string' ? lead.campaign : ''
  return (
    <li className="contact-line">
      <span className="row">
        <Link to={pageOf('lead', lead.id)!}>{person || String(lead.name ?? '')}</Link>
        {source && <Tag color={source.color ?? 'gray'}>{source.label}</Tag>}
        <span className="ink3 clip">{campaign}</span>
        <span className="ink3 num">
          {typeof lead.createdAt === 'string' && formatDay(dayOf(lead.createdAt), locale)}
        </span>
      </span>
    </li>
  )
}

function Came({ customer }: { customer: Row }) {
  const { t } = useTexts()
  const query = useRecordList('lead', { filter: `customer==${customer.id}` })
  const leads = query.data?.pages.flatMap(({ items }) => items) ?? []
  if (!leads.length) return null
  return (
    <section>
      <h2 className="section">{t('lead.ofCustomer')}</h2>
      <ul>
        {leads.map((lead) => (
          <Line key={lead.id} lead={lead} />
        ))}
      </ul>
    </section>
  )
}

/** The leads that the customer came from, each with what was said and kept before. */
export function CameFrom({ customer }: { customer: Row }) {
  const can = useCan()
  return can('lead.read') ? <Came customer={customer} /> : null
}
