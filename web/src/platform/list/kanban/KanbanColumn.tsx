import { PlusOutlined } from '@ant-design/icons'
import { useDroppable } from '@dnd-kit/core'
import { Button } from 'antd'
import { useEffect, useMemo, type ReactNode, type UIEvent } from 'react'
import { within } from '../../filter'
import type { Field, Row } from '../../http'
import { formatNumber, useTexts } from '../../i18n'
import { pathOf, useRecordList } from '../../records'
import { Person, RowSkeleton, Tag, Trouble } from '../../ui'
import { filterOf, summable } from '../groups'
import type { Place } from '../moving/Moving'
import { SumLine } from '../Sums'
import type { List } from '../useList'
import { HIDDEN, type Column } from './columns'

const CARDS = 30
const NEAR = 200

interface HeadProps {
  list: List
  field: Field
  column: Column
  place: Place
  exact: boolean
  add?: (() => void) | undefined
}

function Name({ field, column, place }: Pick<HeadProps, 'field' | 'column' | 'place'>) {
  const { key } = column
  if (!key) return <span className="ink3">{place.name}</span>
  if (field.type === 'person') return <Person name={place.name} />
  return key.color ? <Tag color={key.color}>{place.name}</Tag> : <>{place.name}</>
}

function Head({ list, field, column, place, exact, add }: HeadProps) {
  const { t } = useTexts()
  const money = summable(list.catalogue, list.state.columns).filter(({ type }) => type === 'money')
  return (
    <header className="kanban-head">
      <div className="row">
        <h2 className="clip" title={place.name}>
          <Name field={field} column={column} place={place} />
        </h2>
        <span className="num ink3">
          {formatNumber(column.count)}
          {!exact && '+'}
        </span>
        <span className="grow" />
        {add && (
          <button
            type="button"
            className="icon-button"
            aria-label={t('board.add', { where: place.name })}
            onClick={add}
          >
            <PlusOutlined />
          </button>
        )}
      </div>
      {money.length > 0 && <SumLine fields={money} sums={column.sums} />}
    </header>
  )
}

/** The records of a column, page by page, told to the board that lays them out. */
function useCards(list: List, field: Field, column: Column, tell: (id: string, rows: Row[]) => void) {
  const { filter, q, sort } = list.state
  const path = pathOf(field)
  const own = filterOf(filter, path, column.key)
  const withoutLower = column.below.length
    ? within(own, { field: path, op: '=out=', values: column.below })
    : own
  const search = { filter: withoutLower, q, sort, limit: CARDS }
  const query = useRecordList(list.object, search, false, column.id !== HIDDEN)
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data])
  useEffect(() => tell(column.id, rows), [tell, column.id, rows])
  return query
}

function Foot({ cards, query }: { cards: number; query: ReturnType<typeof useCards> }) {
  const { t } = useTexts()
  if (query.hasNextPage)
    return (
      <Button
        size="small"
        type="text"
        loading={query.isFetchingNextPage}
        onClick={() => void query.fetchNextPage()}
      >
        {t('common.loadMore', { n: CARDS })}
      </Button>
    )
  return cards ? null : <p className="note">{t('board.emptyColumn')}</p>
}

interface Props extends HeadProps {
  cards: number
  tell: (id: string, rows: Row[]) => void
  children: ReactNode
}

/** One value and the records that have it; says in its place when they cannot be read, or when it takes none. */
export function KanbanColumn({ cards, tell, children, ...head }: Props) {
  const { t } = useTexts()
  const { list, field, column, place } = head
  const query = useCards(list, field, column, tell)
  const { setNodeRef, isOver } = useDroppable({ id: column.id })
  const state = isOver ? (place.refusal ? ' is-closed' : ' is-over') : ''
  const scroll = ({ currentTarget: body }: UIEvent) => {
    const near = body.scrollHeight - body.scrollTop - body.clientHeight < NEAR
    if (near && query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage()
  }
  return (
    <section className={`kanban-column${state}`} aria-label={place.name} ref={setNodeRef}>
      <Head {...head} />
      {isOver &&
        (place.refusal ? <p className="kanban-refusal">{place.refusal}</p> : <i className="kanban-bar" />)}
      <div className="kanban-body" onScroll={scroll}>
        {children}
        {column.id === HIDDEN && <p className="note">{t('board.hiddenNote')}</p>}
        {query.isLoading && <RowSkeleton rows={3} />}
        {query.error && (
          <Trouble
            title={t('common.notDone', { what: place.name })}
            error={query.error}
            again={() => void query.refetch()}
          />
        )}
        {query.isSuccess && <Foot cards={cards} query={query} />}
      </div>
    </section>
  )
}
