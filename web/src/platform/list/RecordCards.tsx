import { Checkbox } from 'antd'
import type { Row } from '../http'
import { useTexts } from '../i18n'
import { usePhone } from '../theme/theme'
import { fieldAt, isEmpty, pathOf, titleOf, valueOf } from '../records'
import { FieldValue } from '../values'
import { CallButton } from '../record/Call'
import { TitleTags } from './Cell'
import { RecordLink } from './RecordLink'
import type { List } from './useList'

interface Props {
  list: List
  rows: Row[]
  selected: string[]
  onSelect: (ids: string[]) => void
}

function Card({ list, row, chosen, choose }: { list: List; row: Row; chosen: boolean; choose: () => void }) {
  const { t, of } = useTexts()
  const phone = usePhone()
  const { catalogue, object, state } = list
  const title = titleOf(row, catalogue)
  const fields = state.columns
    .map((column) => fieldAt(catalogue, column.field)!)
    .filter((field) => field.name !== catalogue.title && !isEmpty(valueOf(row, field)))
    .slice(0, phone ? 4 : 6)
  return (
    <li className={['card', row.id === list.peek && 'is-open', list.toneOf?.(row)].filter(Boolean).join(' ')}>
      <div className="row">
        {list.before?.(row)}
        <RecordLink list={list} row={row} className="cell-title grow clip" />
        <TitleTags list={list} row={row} />
        {phone && <CallButton object={object} row={row} catalogue={catalogue} round />}
        <Checkbox checked={chosen} onChange={choose} aria-label={t('list.choose', { what: title })} />
      </div>
      <dl>
        {fields.map((field) => (
          <div key={pathOf(field)}>
            <dt>{of(field.label)}</dt>
            <dd className="clip">
              <FieldValue field={field} row={row} object={object} />
            </dd>
          </div>
        ))}
      </dl>
    </li>
  )
}

/** The list as cards; on the phone they are full-width rows. */
export function RecordCards({ list, rows, selected, onSelect }: Props) {
  const toggle = (id: string) =>
    onSelect(selected.includes(id) ? selected.filter((other) => other !== id) : [...selected, id])
  return (
    <ul className="cards">
      {rows.map((row) => (
        <Card
          key={row.id}
          list={list}
          row={row}
          chosen={selected.includes(row.id)}
          choose={() => toggle(row.id)}
        />
      ))}
    </ul>
  )
}
