import { LoadingOutlined } from '@ant-design/icons'
import { lazy, Suspense } from 'react'
import type { Field, Row } from '../http'
import { useTexts } from '../i18n'
import { asChoices, fieldAt, maskOf, startOf, titleOf, valueOf } from '../records'
import { ownColour, Tag } from '../ui'
import { FieldValue } from '../values'
import { RecordLink } from './RecordLink'
import { editableInCell, type Cells } from './useCells'
import type { List } from './useList'

const InlineEditor = lazy(() => import('../inputs/InlineEditor'))

interface Props {
  list: List
  row: Row
  field: Field
  cells: Cells
}

const SHOWN = 2

/** At most two tags behind a name; the rest are counted. A column of their own makes them needless here. */
export function TitleTags({ list, row }: { list: List; row: Row }) {
  const field = list.catalogue.fields.find(({ type }) => type === 'tags')
  if (!field || list.state.columns.some((column) => fieldAt(list.catalogue, column.field) === field))
    return null
  const tags = asChoices(valueOf(row, field))
  if (!tags.length) return null
  return (
    <span className="title-tags" title={tags.map(({ label }) => label).join('、')}>
      {tags.slice(0, SHOWN).map((tag) => (
        <Tag key={tag.id} color={ownColour(tag.color)}>
          {tag.label}
        </Tag>
      ))}
      {tags.length > SHOWN && <span className="note num">+{tags.length - SHOWN}</span>}
    </span>
  )
}

const Title = ({ list, row }: { list: List; row: Row }) => (
  <span className="cell-head">
    {list.before?.(row)}
    <RecordLink list={list} row={row} />
    <TitleTags list={list} row={row} />
  </span>
)

/** Reading, editing, saving and refused: the four states of a cell. */
export function Cell({ list, row, field, cells }: Props) {
  const { t, of } = useTexts()
  const { editing, saving } = cells.stateOf(row, field)
  const label = `${of(field.label)} · ${titleOf(row, list.catalogue)}`
  if (editing) {
    return (
      <Suspense fallback={<FieldValue field={field} row={row} object={list.object} />}>
        <InlineEditor
          object={list.object}
          field={field}
          value={startOf(row, field)}
          placeholder={maskOf(row, field)}
          label={label}
          done={(value, leave) => cells.done(row, field, value, leave)}
        />
      </Suspense>
    )
  }
  if (field.name === list.catalogue.title) return <Title list={list} row={row} />
  const open = editableInCell(row, field)
  return (
    <span className="cell">
      <span className="clip">
        <FieldValue field={field} row={row} object={list.object} />
      </span>
      {open && !saving && (
        <>
          <span className="cell-hint" aria-hidden>
            <i />
            <span>{t('list.clickToEdit')}</span>
          </span>
          <button
            type="button"
            className="cell-edit"
            aria-label={t('list.editCell', { what: label })}
            onClick={() => cells.edit(row, field)}
          />
        </>
      )}
      {saving && <LoadingOutlined aria-label={t('list.saving')} />}
    </span>
  )
}
