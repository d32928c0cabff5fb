import { ProjectOutlined } from '@ant-design/icons'
import { useCallback, useEffect, useState } from 'react'
import { create } from '../../form/creating'
import type { Field, Row } from '../../http'
import { formatNumber, useTexts } from '../../i18n'
import { useChoices } from '../../inputs/useChoices'
import { pathOf, titleOf } from '../../records'
import { useCan } from '../../session'
import { usePhone } from '../../theme/theme'
import { Empty, RowSkeleton, Trouble } from '../../ui'
import type { BoardProps } from '../Board'
import { BoardHead } from '../BoardHead'
import { useGroups } from '../groups'
import { columnFieldOf, columnFields } from '../layoutFields'
import { Moving, type Place } from '../moving/Moving'
import { useMoves } from '../moving/useMoves'
import { TabRow } from '../TabRow'
import type { List } from '../useList'
import {
  arranged,
  columnIdOf,
  columnsOf,
  HIDDEN,
  NONE,
  placeOf,
  refusalOf,
  valueFor,
  type Column,
} from './columns'
import { CardFace, KanbanCard } from './KanbanCard'
import { KanbanColumn } from './KanbanColumn'
import './kanban.css'

function useColumns(list: List, field: Field) {
  const { t } = useTexts()
  const figures = useGroups(list, pathOf(field))
  const choices = useChoices(field)
  const words = { true: t('common.yes'), false: t('common.no') }
  const columns = figures.data ? columnsOf(field, figures.data.groups, choices, words) : []
  return { figures, columns }
}

/** The columns as places to drop something in, with the words of those that take nothing. */
function usePlaces(field: Field, columns: Column[]): Place[] {
  const { t, of } = useTexts()
  const own: Record<string, string> = { [NONE]: t('list.groupNone'), [HIDDEN]: t('list.groupHidden') }
  return columns.map((column) => {
    const why = refusalOf(column, field)
    return {
      id: column.id,
      name: own[column.id] ?? column.key?.label ?? '',
      refusal: why ? t(`board.refused.${why}`, { what: of(field.label) }) : '',
    }
  })
}

/** The cards as the columns have read them, laid out by the value that each has now. */
function useCards(field: Field, columns: Column[]) {
  const [read, setRead] = useState<Record<string, Row[]>>({})
  const tell = useCallback(
    (id: string, rows: Row[]) => setRead((all) => (all[id] === rows ? all : { ...all, [id]: rows })),
    [],
  )
  const cards = arranged(columns, read, field)
  const rows = columns.flatMap(({ id }) => cards[id]!)
  return { cards, rows, tell, find: (id: string) => rows.find((row) => row.id === id) }
}

interface ColumnsProps extends BoardProps {
  field: Field
  columns: Column[]
  exact: boolean
}

/** Everything that the columns share: where cards may go, how they get there, and which are laid where. */
function useBoard({ list, field, columns, tell }: ColumnsProps) {
  const places = usePlaces(field, columns)
  const laid = useCards(field, columns)
  const nameOf = (id: string) => places.find((place) => place.id === id)?.name ?? ''
  const moves = useMoves(list, field, (value) => nameOf(columnIdOf(value, field)))
  const move = (row: Row, to: string) => {
    const column = columns.find(({ id }) => id === to)
    if (column) moves.move(row, valueFor(column, field))
  }
  const seen = laid.rows.map(({ id }) => id).join()
  useEffect(() => tell(seen ? seen.split(',') : []), [tell, seen])
  return { ...laid, places, moves, move }
}

/** Creates a record with the column's value; nobody creates where nothing may be put. */
function useAdd(list: List, field: Field, off: string) {
  const can = useCan()
  if (!can(`${list.object}.create`) || off) return () => undefined
  return (column: Column) =>
    refusalOf(column, field)
      ? undefined
      : () =>
          create({
            object: list.object,
            ...(column.key && { given: { [pathOf(field)]: valueFor(column, field) } }),
          })
}

function Columns(props: ColumnsProps) {
  const { list, field, columns, exact } = props
  const { t, of } = useTexts()
  const phone = usePhone()
  const [chosen, choose] = useState('')
  const { places, moves, move, cards, find, tell } = useBoard(props)
  const add = useAdd(list, field, moves.off)
  const first = columns.find(({ id }) => id === chosen) ?? columns.find(({ count }) => count) ?? columns[0]!
  const placed = (id: string) => places.find((place) => place.id === id)!
  const change = (group: string) => list.change({ group })
  const tabs = columns.map(({ id, count }) => ({
    key: id,
    label: `${placed(id).name} ${formatNumber(count)}`,
  }))
  return (
    <>
      <BoardHead
        text={t('board.by', { what: of(field.label) })}
        label={t('board.byWhat')}
        fields={columnFields(list.catalogue)}
        chosen={field}
        choose={change}
        off={moves.off}
      />
      {phone && <TabRow label={t('board.places')} items={tabs} chosen={first.id} choose={choose} />}
      <Moving
        places={places}
        nameOf={(id) => titleOf(find(id) ?? ({ id } as Row), list.catalogue)}
        placeOf={(id) => find(id) && placeOf(find(id)!, field)}
        move={(id, to) => move(find(id)!, to)}
        shown={(id) => find(id) && <CardFace list={list} row={find(id)!} by={field} />}
      >
        <div className="kanban">
          {(phone ? [first] : columns).map((column) => (
            <KanbanColumn
              key={column.id}
              {...{ list, field, column, exact, tell }}
              place={placed(column.id)}
              cards={cards[column.id]!.length}
              add={add(column)}
            >
              <ul>
                {cards[column.id]!.map((row) => (
                  <KanbanCard
                    key={row.id}
                    {...{ list, row, places, move }}
                    by={field}
                    here={column.id}
                    off={!!moves.off}
                    busy={moves.isBusy(row.id)}
                    still={phone}
                  />
                ))}
              </ul>
            </KanbanColumn>
          ))}
        </div>
      </Moving>
      {moves.dialog}
    </>
  )
}

function BoardBy({ field, ...props }: BoardProps & { field: Field }) {
  const { t, of } = useTexts()
  const { figures, columns } = useColumns(props.list, field)
  if (figures.error) {
    const title = t('common.notDone', { what: of(props.list.catalogue.label) })
    return <Trouble title={title} error={figures.error} again={() => void figures.refetch()} />
  }
  if (!figures.data) return <RowSkeleton rows={12} />
  return (
    <>
      <Columns {...props} field={field} columns={columns} exact={figures.data.exact} />
      {figures.data.more && <p className="board-note kanban-more">{t('board.moreGroups')}</p>}
    </>
  )
}

/** The list as columns, one for each value of a field; a card that changes its column changes that value. */
export default function Kanban(props: BoardProps) {
  const { t } = useTexts()
  const field = columnFieldOf(props.list.catalogue, props.list.state.group)
  if (!field)
    return <Empty icon={<ProjectOutlined />} title={t('board.noField')} hint={t('board.noFieldHint')} />
  const { filter, q } = props.list.state
  return <BoardBy key={[pathOf(field), filter, q].join(' ')} {...props} field={field} />
}
