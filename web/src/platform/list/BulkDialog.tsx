import { Modal, Segmented, Select } from 'antd'
import { useState } from 'react'
import type { Catalogue, Field, Value } from '../http'
import { formatNumber, useTexts } from '../i18n'
import { FieldInput } from '../inputs'
import { asChoices, asRef, fieldAt, isEmpty, mayWrite, patchOf, pathOf } from '../records'
import type { BulkBody, BulkKind } from './BulkBar'

interface Props {
  kind: BulkKind
  catalogue: Catalogue
  count: number
  tagField: string | null
  close: () => void
  run: (body: BulkBody) => void
}

function bodyFor(kind: BulkKind, field: Field, value: Value): BulkBody | null {
  if (kind === 'edit') return { patch: patchOf(field, value) }
  if (isEmpty(value)) return null
  if (kind === 'assign') return { action: 'assign', arguments: { owner: asRef(value)!.id } }
  return { action: kind, arguments: { tags: asChoices(value).map(({ id }) => id) } }
}

/** Asks for the one value that many records are to get. */
export default function BulkDialog({ kind: asked, catalogue, count, tagField, close, run }: Props) {
  const { t, of } = useTexts()
  const [kind, setKind] = useState(asked)
  const editable = catalogue.fields.filter(
    (field) => mayWrite(field) && field.type !== 'files' && field.name !== catalogue.title,
  )
  const [path, setPath] = useState(
    asked === 'assign' ? 'owner' : asked === 'edit' ? pathOf(editable[0]!) : tagField!,
  )
  const [value, setValue] = useState<Value>(null)
  const field = fieldAt(catalogue, path)!
  const body = bodyFor(kind, field, value)
  const n = formatNumber(count)
  return (
    <Modal
      open
      title={t(`bulk.titles.${asked}`, { n })}
      okText={t(`bulk.yes.${kind}`, { n })}
      okButtonProps={{ disabled: !body }}
      cancelText={t('common.cancel')}
      onCancel={close}
      onOk={() => body && run(body)}
      width={440}
    >
      <div className="bulk-form">
        {asked === 'addTags' && (
          <Segmented<BulkKind>
            value={kind}
            onChange={setKind}
            options={[
              { value: 'addTags', label: t('bulk.addTags') },
              { value: 'removeTags', label: t('bulk.removeTags') },
            ]}
          />
        )}
        {asked === 'edit' && (
          <Select
            aria-label={t('filter.field')}
            showSearch={{ optionFilterProp: 'label' }}
            value={path}
            options={editable.map((one) => ({ value: pathOf(one), label: of(one.label) }))}
            onChange={(next) => {
              setPath(next)
              setValue(null)
            }}
          />
        )}
        <FieldInput
          key={path}
          field={{ ...field, required: false }}
          value={value}
          onChange={setValue}
          label={of(field.label)}
          autoFocus
        />
        {kind === 'edit' && isEmpty(value) && (
          <p className="note">{t('bulk.empties', { what: of(field.label) })}</p>
        )}
      </div>
    </Modal>
  )
}
