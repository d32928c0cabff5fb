import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Row } from '../http'
import { formatNumber, useTexts } from '../i18n'
import { fieldAt, PAGE, useCount, useRecordList } from '../records'
import { usePhone } from '../theme/theme'
import { RowSkeleton, Trouble } from '../ui'
import { GroupHead } from './GroupHead'
import { summable, useGroups } from './groups'
import { RecordCards } from './RecordCards'
import { RecordTable } from './RecordTable'
import { useGroupRows } from './useGroupRows'
import type { List } from './useList'
import { isBoard } from './viewState'

/** The records of a table or of cards, in their groups when there are some; boards read their own. */
export function useRows(list: List) {
  const { filter, q, sort, group, layout } = list.state
  const board = isBoard(layout)
  const field = group && !board ? fieldAt(list.catalogue, group) : undefined
  const paged = useRecordList(list.object, { filter, q, sort }, false, !field && !board)
  const count = useCount(list.object, { filter, q }).data
  const figures = useGroups(list, group, !board)
  const groups = useGroupRows(list, field, (field && figures.data?.groups) || [])
  const rows: Row[] = field
    ? groups.flatMap((one) => (one.open ? one.rows : []))
    : (paged.data?.pages.flatMap((page) => page.items) ?? [])
  const query = field ? figures : paged
  const none = field ? !groups.length : !rows.length
  const sums = summable(list.catalogue, list.state.columns).length ? figures.data?.total.sums : undefined
  return { query, paged, field, groups, rows, none, sums, count, total: count?.value ?? rows.length }
}

function Footer({ field, groups, rows, total, paged: query }: ReturnType<typeof useRows>) {
  const { t } = useTexts()
  if (field)
    return (
      <div className="list-foot num">
        {t('list.groupsOf', { n: formatNumber(groups.length), total: formatNumber(total) })}
      </div>
    )
  if (!rows.length) return null
  return (
    <div className="list-foot num">
      <span>{t('list.range', { to: formatNumber(rows.length), total: formatNumber(total) })}</span>
      {query.hasNextPage && (
        <Button size="small" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('common.loadMore', { n: Math.min(PAGE, Math.max(1, total - rows.length)) })}
        </Button>
      )}
    </div>
  )
}

interface BodyProps {
  list: List
  found: ReturnType<typeof useRows>
  /** Stands where there is nothing to show. */
  none: ReactNode
  selected: string[]
  onSelect: (ids: string[]) => void
}

/** The records themselves, or what stands in their place. */
export function ListBody({ list, found, none, selected, onSelect }: BodyProps) {
  const { t, of } = useTexts()
  const phone = usePhone()
  const { query, rows } = found
  const { layout } = list.state
  if (query.error) {
    const title = t('common.notDone', { what: of(list.catalogue.label) })
    return <Trouble title={title} error={query.error} again={() => void query.refetch()} />
  }
  if (query.isPending) return <RowSkeleton rows={12} />
  if (found.none) return none
  const shared = { list, rows, selected, onSelect }
  if (!phone && layout === 'table')
    return (
      <RecordTable
        {...shared}
        footer={<Footer {...found} />}
        empty={none}
        groups={found.field ? found.groups : null}
        sums={found.sums}
      />
    )
  return (
    <>
      {found.field ? (
        found.groups.map((group) => (
          <section key={group.name} className="card-group">
            <GroupHead list={list} field={found.field!} {...group} />
            {group.open && <RecordCards {...shared} rows={group.rows} />}
          </section>
        ))
      ) : (
        <RecordCards {...shared} />
      )}
      <Footer {...found} />
    </>
  )
}
