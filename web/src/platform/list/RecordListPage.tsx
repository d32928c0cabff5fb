import { SearchOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { lazy, Suspense, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { FilterChips } from '../filter'
import type { Catalogue, Text2 } from '../http'
import { formatNumber, useTexts } from '../i18n'
import { useJobs } from '../jobs'
import { useShortcuts, useTyped } from '../keyboard'
import { leaveTrail, useFields, useRefresh } from '../records'
import { PageHead, RowSkeleton, Trouble } from '../ui'
import { Board } from './Board'
import { ListBody, useRows } from './ListBody'
import { NoneFound } from './NoneFound'
import { NoneYet } from './NoneYet'
import { Tools, type Start } from './Tools'
import { useList, type List, type ListOwn } from './useList'
import { ViewTabs } from './ViewTabs'
import { isBoard } from './viewState'
import './list.css'

const Peek = lazy(() => import('./Peek').then((peek) => ({ default: peek.Peek })))
const BulkBar = lazy(() => import('./BulkBar').then((bar) => ({ default: bar.BulkBar })))

export interface ListSetup extends ListOwn {
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
  const asked = useRef(q)
  useEffect(() => {
    asked.current = settled.trim()
    if (asked.current !== q) search({ q: asked.current })
    // Only what was typed may start a search; going back in the history must not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [settled])
  useEffect(() => {
    if (q !== asked.current) change(q)
    // A search that was cleared or gone back to stands in the input too.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [q])
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

function Bar({ list, quick, start }: { list: List; quick: string[]; start: Start }) {
  return (
    <div className="list-bar">
      <Quick key={list.view.id} list={list} />
      <FilterChips
        catalogue={list.catalogue}
        filter={list.state.filter}
        quick={quick}
        change={(filter) => list.change({ filter })}
      />
      <Tools list={list} start={start} />
    </div>
  )
}

const ownOf = ({ views, before, toneOf, bulk }: ListSetup): ListOwn => ({
  ...(views && { views }),
  ...(before && { before }),
  ...(toneOf && { toneOf }),
  ...(bulk && { bulk }),
})

function ListOf({ catalogue, setup }: { catalogue: Catalogue; setup: ListSetup }) {
  const { of } = useTexts()
  const list = useList(setup.object, catalogue, ownOf(setup))
  const found = useRows(list)
  const [selected, setSelected] = useState<string[]>([])
  const [all, setAll] = useState(false)
  const refresh = useRefresh()
  const jobs = useJobs(() => void refresh(setup.object))
  const select = (ids: string[]) => {
    setSelected(ids)
    setAll(false)
  }
  const [seen, setSeen] = useState<string[]>([])
  const { filter, q, layout } = list.state
  const board = isBoard(layout)
  const ids = board ? seen : found.rows.map(({ id }) => id)
  useShortcuts({ j: () => ids[0] && list.setPeek(ids[0]) }, !list.peek)
  const { count, total } = found
  const known = ids.join()
  useEffect(() => {
    const home = window.location.pathname + window.location.search
    leaveTrail({ object: setup.object, ids: known ? known.split(',') : [], total, home })
  }, [setup.object, known, total])
  // A view of the object's own that holds nothing is no search that went wrong.
  const own = !q && filter === list.view.filter && setup.views?.some(({ id }) => id === list.view.id)
  const searched = filter || q ? <NoneFound list={list} /> : <NoneYet list={list}>{setup.empty}</NoneYet>
  const nothing = own ? setup.empty : searched
  const none = count?.value === 0 && nothing
  const note = count && setup.counted(formatNumber(count.value) + (count.exact ? '' : '+'))
  return (
    <div className={list.peek ? 'list-page has-peek' : 'list-page'}>
      <div className={board ? `list-main is-${layout}` : 'list-main'}>
        <PageHead title={of(catalogue.label)} note={note}>
          {setup.acts}
        </PageHead>
        <ViewTabs list={list} count={count} />
        <Omitted list={list} />
        <Bar list={list} quick={setup.quick} start={jobs.start} />
        {board ? (
          <Board list={list} tell={setSeen} none={none} />
        ) : (
          <ListBody
            list={list}
            found={found}
            none={nothing}
            selected={all ? ids : selected}
            onSelect={select}
          />
        )}
        <Suspense>
          {selected.length > 0 && !board && (
            <BulkBar
              list={list}
              selection={{ ids: selected, all, total: found.total }}
              rows={found.rows.filter(({ id }) => selected.includes(id))}
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
