import type { Catalogue, Field, Row } from '../http'
import { useTexts } from '../i18n'
import { isEmpty, pathOf, valueOf } from '../records'
import { Meter } from '../ui'

export function completenessOf(row: Row, fields: Field[]) {
  const missing = fields.filter((field) => isEmpty(valueOf(row, field)))
  return { share: fields.length ? 1 - missing.length / fields.length : 1, missing }
}

/** What a colleague would need to know counts: required, quick and listed fields. */
const counted = (catalogue: Catalogue) =>
  catalogue.fields.filter(
    (field) =>
      (field.required || field.quick || field.list) &&
      !['formula', 'sequence', 'tags', 'yesNo'].includes(field.type) &&
      !field.readOnly,
  )

interface Props {
  catalogue: Catalogue
  row: Row
  /** The fields that count; without them required, quick and listed ones do. */
  weighed?: string[] | undefined
}

/** Tells the server's figure where there is one. */
export function Completeness({ catalogue, row, weighed }: Props) {
  const { t, of } = useTexts()
  const fields = weighed ? catalogue.fields.filter(({ name }) => weighed.includes(name)) : counted(catalogue)
  const found = completenessOf(row, fields)
  const share = typeof row.completeness === 'number' ? row.completeness / 100 : found.share
  const { missing } = found
  return (
    <section>
      <h2 className="section row">
        <span className="grow">{t('record.complete')}</span>
        <span className="num">{Math.round(share * 100)}%</span>
      </h2>
      <Meter
        share={share}
        {...(share < 0.6 ? { tone: 'warn' as const } : share > 0.85 ? { tone: 'ok' as const } : {})}
      />
      {missing.length ? (
        <p className="missing">
          <span className="ink3">{t('record.missing')}</span>
          {missing.map((field) => (
            <span key={pathOf(field)} className="tag tag-outline">
              {of(field.label)}
            </span>
          ))}
        </p>
      ) : (
        <p className="note">{t('record.enough')}</p>
      )}
    </section>
  )
}
