import { EditOutlined } from '@ant-design/icons'
import { useState } from 'react'
import type { Catalogue, Field, Row } from '../http'
import { formatMoment, useTexts } from '../i18n'
import { isEmpty, valueOf } from '../records'
import { FieldLines } from './FieldLines'
import type { useEditField } from './useEditField'

interface Props {
  object: string
  catalogue: Catalogue
  row: Row
  edit: ReturnType<typeof useEditField>
  editAll?: (() => void) | undefined
}

/** Told beside the title, at the foot or on the right. */
const elsewhere = new Set([
  'code',
  'createdAt',
  'createdBy',
  'changedAt',
  'changedBy',
  'completeness',
  'phoneDoubtful',
  'sample',
])

/** All fields in their groups; empty ones wait behind "more". */
export function Profile({ object, catalogue, row, edit, editAll }: Props) {
  const { t, of } = useTexts()
  const [full, setFull] = useState(false)
  const fields = catalogue.fields.filter(
    (field) => field.name !== catalogue.title && field.type !== 'tags' && !elsewhere.has(field.name),
  )
  const shown = (field: Field) => full || field.quick || field.required || !isEmpty(valueOf(row, field))
  const hidden = fields.filter((field) => !shown(field)).length
  const groups = [
    ...catalogue.groups,
    { key: '', label: { zh: t('record.profile'), en: t('record.profile') } },
  ]
  const known = new Set(catalogue.groups.map(({ key }) => key))
  const within = (key: string) =>
    fields.filter((field) => shown(field) && (key ? field.group === key : !known.has(field.group)))
  return (
    <div className="profile">
      {groups.map((group, index) => {
        const own = within(group.key)
        if (!own.length) return null
        return (
          <section key={group.key}>
            <h2 className="section row">
              <span className="grow">{of(group.label)}</span>
              {index === 0 && editAll && (
                <button
                  type="button"
                  className="icon-button"
                  aria-label={t('record.editAll')}
                  title={t('record.editAll')}
                  onClick={editAll}
                >
                  <EditOutlined />
                </button>
              )}
            </h2>
            <FieldLines object={object} fields={own} row={row} write={edit.write} />
          </section>
        )
      })}
      {(hidden > 0 || full) && (
        <button type="button" className="link" onClick={() => setFull(!full)}>
          {full ? t('record.less') : t('record.more', { n: hidden })}
        </button>
      )}
      <p className="note num">
        {t('record.createdAt', { at: formatMoment(row.createdAt) })}
        {row.createdBy?.label && ` · ${row.createdBy.label}`}
        {row.changedAt && (
          <>
            <br />
            {t('record.changedAt', { at: formatMoment(row.changedAt) })}
            {row.changedBy?.label && ` · ${row.changedBy.label}`}
          </>
        )}
      </p>
      {edit.dialog}
    </div>
  )
}
