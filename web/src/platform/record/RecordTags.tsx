import { PlusOutlined } from '@ant-design/icons'
import { lazy, Suspense, useState } from 'react'
import type { Catalogue, Row } from '../http'
import { useTexts } from '../i18n'
import { baseOf, isEmpty, maskOf, startOf, valueOf } from '../records'
import { FieldValue } from '../values'
import { editable } from '../list/useCells'
import type { useEditField } from './useEditField'
import { useSeen } from './useSeen'

const InlineEditor = lazy(() => import('../inputs/InlineEditor'))

interface Props {
  object: string
  catalogue: Catalogue
  row: Row
  edit: ReturnType<typeof useEditField>
}

/** The tags beside the name, with a plus that opens them for editing. */
export function RecordTags({ object, catalogue, row, edit }: Props) {
  const { t, of } = useTexts()
  const [open, setOpen] = useState(false)
  const seen = useSeen(row, open)
  const field = catalogue.fields.find((one) => one.type === 'tags')
  if (!field) return null
  if (open) {
    return (
      <div className="tags-edit">
        <Suspense>
          <InlineEditor
            object={object}
            field={field}
            value={startOf(row, field)}
            placeholder={maskOf(row, field)}
            label={of(field.label)}
            done={(value) => {
              setOpen(false)
              if (value !== undefined) void edit.write(baseOf(seen, row, [field]), field, value)
            }}
          />
        </Suspense>
      </div>
    )
  }
  return (
    <span className="record-tags">
      {!isEmpty(valueOf(row, field)) && <FieldValue field={field} row={row} object={object} />}
      {editable(row, field) && (
        <button
          type="button"
          className="tag tag-outline tag-add"
          aria-label={t('list.editCell', { what: of(field.label) })}
          onClick={() => setOpen(true)}
        >
          <PlusOutlined />
        </button>
      )}
    </span>
  )
}
