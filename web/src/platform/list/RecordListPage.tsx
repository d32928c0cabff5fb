import { SearchOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { lazy, Suspense, useEffect, useMemo, useState, type ReactNode } from 'react'
import { FilterChips } from '../filter'
import type { Catalogue, Row, Text2 } from '../http'
import { formatNumber, useTexts } from '../i18n'
import { useJobs } from '../jobs'
import { useShortcuts, useTyped } from '../keyboard'
import { fieldAt, leaveTrail, PAGE, useCount, useFields, useRecordList, useRefresh } from '../records'
import { usePhone } from '../theme/theme'
import { PageHead, RowSkeleton, Trouble } from '../ui'
import { GroupHead } from './GroupHead'
import { summable, useGroups } from './groups'
import { NoneFound } from './NoneFound'
import { RecordCards } from './RecordCards'
import { RecordTable } from './RecordTable'
import { Tools } from './Tools'
import { useGroupRows } from './useGroupRows'
import { useList, type List } from './useList'
import { ViewTabs } from './ViewTabs'
import './list.css'

const Peek = lazy(() => import('./Peek').then((peek) => ({ default: peek.Peek })))
const BulkBar = lazy(() => import('./BulkBar').then((bar) => ({ default: bar.BulkBar })))

export interface ListSetup {
  object: string
  /** What many of them are called. */
  many: Text2
  /** Fields that stand ready as filter chips. */
  quick: string[]
  /** "12,340 家" */
  counted: (n: string) => string
  acts?: ReactNode
  /** Shown when there is not one record yet. */
  empty: ReactNode
}

function Quick({ list }: { list: List }) {
  const { t } = useTexts()
  const { value, settled, change, input } = useTyped(list.state.q)
  const { q } = list.state
  const search = list.change
  useEffect(() => {
    if (settled.trim() !== q) search({ q: settled.trim() })
    // Only what was typed may start a search; going back in the history must not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [settled])
  return (
    <Input
      className="list-search"
      size="small"
      allowClear
      prefix={<SearchOutlined />}
      placeholder={t('list.search')}
      aria-label={t('list.search')}
      value={value}
      onChange={(event) => change(event.target.value)}
      {...input}
    />
  )
}

/** A view that names a field which was deleted, or which this reader may not see, says what it shows instead. */
function Omitted({ list }: { list: List }) {
  const { t } = useTexts()
  const { omitted } = list.view
  if (!omitted.length) return null
  const parts = omitted.map((part) => t(`list.part_${part}`)).join(t('list.partsJoin'))
  return (
    <p className="list-omitted" role="status">
      {t('list.omitted', { parts })}
    </p>
  )
}

function useRows(list: List) {
  const { filter, q, sort, group } = list.state
  const field = group ? fieldAt(list.catalogue, group) : undefined
  const paged = useRecordList(list.object, { filter, q, sort }, false, !field)
  const count = useCount(list.object, { filter, q }).data
  const figures = useGroups(list)
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
  empty: ReactNode
  selected: string[]
  onSelect: (ids: string[]) => void
}

function Body({ list, found, empty, selected, onSelect }: BodyProps) {
  const { t, of } = useTexts()
  const phone = usePhone()
  const { query, rows } = found
  const { filter, q, layout } = list.state
  if (query.error) {
    const title = t('common.notDone', { what: of(list.catalogue.label) })
    return <Trouble title={title} error={query.error} again={() => void query.refetch()} />
  }
  if (query.isPending) return <RowSkeleton rows={12} />
  const none = filter || q ? <NoneFound list={list} /> : empty
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

function ListOf({ catalogue, setup }: { catalogue: Catalogue; setup: ListSetup }) {
  const { of } = useTexts()
  const list = useList(setup.object, catalogue)
  const found = useRows(list)
  const [selected, setSelected] = useState<string[]>([])
  const [all, setAll] = useState(false)
  const refresh = useRefresh()
  const jobs = useJobs(() => void refresh(setup.object))
  const select = (ids: string[]) => {
    setSelected(ids)
    setAll(false)
  }
  const ids = found.rows.map(({ id }) => id)
  useShortcuts({ j: () => ids[0] && list.setPeek(ids[0]) }, !list.peek)
  const { count, total } = found
  const known = ids.join()
  useEffect(() => {
    const home = window.location.pathname + window.location.search
    leaveTrail({ object: setup.object, ids: known ? known.split(',') : [], total, home })
  }, [setup.object, known, total])
  const note = count && setup.counted(formatNumber(count.value) + (count.exact ? '' : '+'))
  return (
    <div className={list.peek ? 'list-page has-peek' : 'list-page'}>
      <div className="list-main">
        <PageHead title={of(catalogue.label)} note={note}>
          {setup.acts}
        </PageHead>
        <ViewTabs list={list} count={count} />
        <Omitted list={list} />
        <div className="list-bar">
          <Quick key={list.view.id} list={list} />
          <FilterChips
            catalogue={catalogue}
            filter={list.state.filter}
            quick={setup.quick}
            change={(filter) => list.change({ filter })}
          />
          <Tools list={list} start={jobs.start} />
        </div>
        <Body
          list={list}
          found={found}
          empty={setup.empty}
          selected={all ? ids : selected}
          onSelect={select}
        />
        <Suspense>
          {selected.length > 0 && (
            <BulkBar
              list={list}
              selection={{ ids: selected, all, total: found.total }}
              selectAll={() => setAll(true)}
              clear={() => select([])}
              start={jobs.start}
            />
          )}
        </Suspense>
      </div>
      <Suspense fallback={<div className="peek" />}>
        {list.peek && <Peek list={list} ids={ids} total={found.total} />}
      </Suspense>
      {jobs.dialog}
    </div>
  )
}

/** A list of any object, arranged by its field catalogue. */
export function RecordListPage(setup: ListSetup) {
  const { t } = useTexts()
  const { data, error, refetch } = useFields(setup.object)
  const { many } = setup
  const named = useMemo(() => data && { ...data, label: many }, [data, many])
  if (error) {
    return (
      <div className="page-body">
        <Trouble title={t('problem.page')} error={error} again={() => void refetch()} />
      </div>
    )
  }
  return named ? <ListOf key={setup.object} catalogue={named} setup={setup} /> : <RowSkeleton rows={14} />
}
