import { Link } from '@tanstack/react-router'
import type { Ref, Row } from '@/platform/http'
import { formatMoment, useTexts } from '@/platform/i18n'
import { asRef, pageOf } from '@/platform/records'
import { isConverted, isInvalid } from './leads'

function Became({ object, record }: { object: 'customer' | 'contact'; record: Ref | null }) {
  const { t } = useTexts()
  if (!record) return null
  return (
    <p>
      <span className="ink3">{t(`${object}.one`)}</span>{' '}
      <Link to={pageOf(object, record.id)!}>{record.label || t('common.outOfSight')}</Link>
    </p>
  )
}

/** What became of a lead that is no longer open. */
export function Outcome({ lead }: { lead: Row }) {
  const { t } = useTexts()
  const at = (field: string) => asRef((lead[field] ?? null) as Ref | null)
  if (isConverted(lead)) {
    return (
      <section className="lead-outcome">
        <h2 className="section">{t('lead.became')}</h2>
        <Became object="customer" record={at('customer')} />
        <Became object="contact" record={at('contact')} />
        <p className="note">
          {typeof lead.convertedAt === 'string' && formatMoment(lead.convertedAt)} {at('convertedBy')?.label}
        </p>
      </section>
    )
  }
  if (!isInvalid(lead)) return null
  return (
    <section className="lead-outcome">
      <h2 className="section">{t('lead.isInvalid')}</h2>
      <p>{at('invalidReason')?.label}</p>
      {typeof lead.invalidNote === 'string' && <p className="note">{lead.invalidNote}</p>}
    </section>
  )
}
