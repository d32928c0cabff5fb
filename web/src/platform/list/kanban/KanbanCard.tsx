import { SwapOutlined } from '@ant-design/icons'
import { Dropdown } from 'antd'
import type { Field, Row } from '../../http'
import { useTexts } from '../../i18n'
import { asRef, fieldAt, isEmpty, pathOf, titleOf, valueOf } from '../../records'
import { Avatar } from '../../ui'
import { FieldValue } from '../../values'
import { useMovable } from '../moving/useMovable'
import type { Place } from '../moving/Moving'
import { RecordLink } from '../RecordLink'
import type { List } from '../useList'

const SHOWN = 3

interface FaceProps {
  list: List
  row: Row
  /** The field of the columns, which a card need not repeat. */
  by: Field
}

function factsOf({ list, row, by }: FaceProps) {
  const { catalogue, state } = list
  const said = [catalogue.title, 'owner', by.name]
  return state.columns
    .map((column) => fieldAt(catalogue, column.field)!)
    .filter((field) => !said.includes(field.name) && field.type !== 'tags' && !isEmpty(valueOf(row, field)))
    .slice(0, SHOWN)
}

function Owner({ list, row, by }: FaceProps) {
  const field = fieldAt(list.catalogue, 'owner')
  const owner = field && field !== by ? asRef(valueOf(row, field)) : null
  if (!owner) return null
  return (
    <span className="kanban-owner" role="img" aria-label={owner.label} title={owner.label}>
      <Avatar name={owner.label} />
    </span>
  )
}

interface MoveProps {
  what: string
  here: string
  places: Place[]
  busy: boolean
  move: (place: string) => void
}

/** The way for whoever cannot or does not want to drag. */
function MoveMenu({ what, here, places, busy, move }: MoveProps) {
  const { t } = useTexts()
  const items = places
    .filter(({ id }) => id !== here)
    .map(({ id, name, refusal }) => ({
      key: id,
      label: refusal ? `${name} · ${refusal}` : name,
      disabled: !!refusal,
    }))
  return (
    <Dropdown
      trigger={['click']}
      disabled={busy}
      placement="bottomRight"
      menu={{ items, onClick: ({ key }) => move(key), style: { maxHeight: 320, overflow: 'auto' } }}
    >
      <button
        type="button"
        disabled={busy}
        className="icon-button kanban-move"
        title={t('board.moveTo')}
        aria-label={t('board.move', { what })}
      >
        <SwapOutlined />
      </button>
    </Dropdown>
  )
}

/** What a card says: the name, whose it is, and the first columns of the view that are filled. */
export function CardFace(
  props: FaceProps & { grip?: ReturnType<typeof useMovable>['grip']; menu?: React.ReactNode },
) {
  const { of } = useTexts()
  const { list, row, grip, menu } = props
  return (
    <div className="kanban-card">
      <div className="kanban-title">
        <RecordLink list={list} row={row} className="cell-title grow" {...(grip && { grip })} />
        {menu}
        <Owner {...props} />
      </div>
      <dl>
        {factsOf(props).map((field) => (
          <div key={pathOf(field)} title={of(field.label)}>
            <dt className="sr">{of(field.label)}</dt>
            <dd className="clip">
              <FieldValue field={field} row={row} object={list.object} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

interface Props extends FaceProps {
  here: string
  places: Place[]
  /** Nothing may be moved. */
  off: boolean
  /** This one is being saved. */
  busy: boolean
  /** No dragging on the phone. */
  still: boolean
  move: (row: Row, place: string) => void
}

/** One record of a column; its place stays dashed while it is carried about. */
export function KanbanCard({ list, row, by, here, places, off, busy, still, move }: Props) {
  const { node, grip, isHeld } = useMovable(row.id, { off: off || still, busy })
  const what = titleOf(row, list.catalogue)
  const menu = !off && <MoveMenu {...{ what, here, places, busy }} move={(place) => move(row, place)} />
  const state = `${isHeld ? ' is-held' : ''}${row.id === list.peek ? ' is-open' : ''}${off || still ? '' : ' can-move'}`
  return (
    <li className={`kanban-item${state}`} {...node}>
      <CardFace list={list} row={row} by={by} grip={grip} menu={menu} />
    </li>
  )
}
