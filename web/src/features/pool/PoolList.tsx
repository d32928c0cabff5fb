import { CloudDownloadOutlined, SearchOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useEffect, useState } from 'react'
import { FilterChips } from '@/platform/filter'
import type { Catalogue, Row } from '@/platform/http'
import type { Way } from '@/platform/inputs'
import { formatNumber, useTexts } from '@/platform/i18n'
import { useShortcuts, useTyped } from '@/platform/keyboard'
import { PAGE, titleOf } from '@/platform/records'
import { useCan, useSession } from '@/platform/session'
import { Empty, RowSkeleton, Trouble } from '@/platform/ui'
import { barred, left } from './claimable'
import { AssignDialog } from './AssignDialog'
import { ClaimCell } from './ClaimCell'
import { PoolPeek } from './PoolPeek'
import { PoolTable } from './PoolTable'
import { useWaiting, useWaitingCount, type Mine, type Pool, type Search } from './pools'
import { useClaiming } from './useClaiming'
import { useNow } from './useNow'

interface Props {
  catalogue: Catalogue
  pool: Pool
  mine: Mine
  search: Search
  change: (search: Partial<Search>) => void
}

const QUICK = ['industry', 'region', 'grade', 'pooledAt']
const ALWAYS = ['name', 'pooledAt', 'formerOwner', 'poolReason']

/** Only what the pool shows can be filtered by. */
const shownIn = (catalogue: Catalogue, pool: Pool): Catalogue =>
  pool.whole
    ? catalogue
    : {
        ...catalogue,
        fields: catalogue.fields.filter(({ name }) => ALWAYS.includes(name) || pool.fields.includes(name)),
      }

function Finder({ search, change }: Pick<Props, 'search' | 'change'>) {
  const { t } = useTexts()
  const { value, settled, change: type, input } = useTyped(search.q)
  useEffect(() => {
    if (settled.trim() !== search.q) change({ q: settled.trim() })
    // Only what was typed starts a search.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [settled])
  return (
    <Input
      className="list-search"
      size="small"
      allowClear
      prefix={<SearchOutlined />}
      placeholder={t('pool.search')}
      aria-label={t('pool.search')}
      value={value}
      onChange={(event) => type(event.target.value)}
      {...input}
    />
  )
}

interface ChosenProps {
  n: number
  room: number | null
  run: () => void
  assign: (people: string[], way: Way) => void
  clear: () => void
}

function Chosen({ n, room, run, assign, clear }: ChosenProps) {
  const { t } = useTexts()
  const can = useCan()
  const [assigning, setAssigning] = useState(false)
  return (
    <div className="bulk-bar pool-bulk" role="toolbar" aria-label={t('pool.chosen', { n })}>
      <span className="num">{t('pool.chosen', { n: formatNumber(n) })}</span>
      <Button type="primary" size="small" onClick={run}>
        {t('pool.claimMany', { n: formatNumber(n) })}
      </Button>
      {room !== null && <span className="note num">{t('pool.roomAfter', { n: Math.max(0, room - n) })}</span>}
      {can('customer.assign') && (
        <Button size="small" onClick={() => setAssigning(true)}>
          {t('pool.assign')}
        </Button>
      )}
      <Button type="text" size="small" onClick={clear}>
        {t('common.cancel')}
      </Button>
      {assigning && <AssignDialog n={n} run={assign} close={() => setAssigning(false)} />}
    </div>
  )
}

function Nothing({ filtered, clear }: { filtered: boolean; clear: () => void }) {
  const { t } = useTexts()
  if (!filtered)
    return <Empty icon={<CloudDownloadOutlined />} title={t('pool.none')} hint={t('pool.noneHint')} />
  return (
    <Empty icon={<SearchOutlined />} title={t('pool.noneFound')} hint={t('pool.noneFoundHint')}>
      <Button size="small" onClick={clear}>
        {t('filter.clear')}
      </Button>
    </Empty>
  )
}

interface FootProps {
  query: ReturnType<typeof useWaiting>
  shown: number
  total: string
}

function Foot({ query, shown, total }: FootProps) {
  const { t } = useTexts()
  return (
    <div className="list-foot num">
      <span>{t('list.range', { to: formatNumber(shown), total })}</span>
      {query.hasNextPage && (
        <Button size="small" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('common.loadMore', { n: PAGE })}
        </Button>
      )}
    </div>
  )
}

function useRows(pool: Pool, search: Search) {
  const query = useWaiting(pool.id, search)
  const count = useWaitingCount(pool.id, search).data
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  const total = formatNumber(count?.value ?? rows.length) + (count && !count.exact ? '+' : '')
  return { query, rows, total }
}

/** Which rows can be claimed, and the claims themselves. */
function useActs({ catalogue, pool, mine }: Props, own: (row: Row) => void) {
  const can = useCan()
  const { person } = useSession()
  const now = useNow()
  const { taken, claim, claimAll, assignAll } = useClaiming(pool.id)
  const bar = (row: Row) => barred(row, pool, mine, person.id, now)
  const choosable = (row: Row) =>
    !taken[row.id] && (can('customer.assign') || (!bar(row) && can('customer.claim')))
  const take = (row: Row) => void claim(row, titleOf(row, catalogue)).then((won) => won && own(row))
  const cell = (row: Row) => (
    <ClaimCell row={row} bar={bar(row)} taken={taken[row.id]} claim={() => take(row)} />
  )
  return { choosable, cell, claimAll, assignAll }
}

/** The customers that wait in one pool. */
export function PoolList(props: Props) {
  const { t } = useTexts()
  const { catalogue, pool, mine, search, change } = props
  const { query, rows, total } = useRows(pool, search)
  const [selected, setSelected] = useState<string[]>([])
  const [peek, setPeek] = useState<string | null>(null)
  const { choosable, cell, claimAll, assignAll } = useActs(props, ({ id }) => peek === id && setPeek(null))
  const many = () => {
    setSelected([])
    void claimAll(selected)
  }
  const assign = (people: string[], way: Way) => {
    setSelected([])
    void assignAll(selected, people, way)
  }
  useShortcuts({ c: many }, selected.length > 0)
  const open = rows.find(({ id }) => id === peek)
  const shown = pool.fields.length ? pool.fields : pool.whole ? QUICK : []
  return (
    <>
      <div className="list-bar">
        <Finder key={pool.id} search={search} change={change} />
        <FilterChips
          catalogue={shownIn(catalogue, pool)}
          filter={search.filter}
          quick={QUICK}
          change={(filter) => change({ filter })}
        />
      </div>
      {query.error && (
        <div className="page-body">
          <Trouble
            title={t('common.notDone', { what: pool.name })}
            error={query.error}
            again={() => void query.refetch()}
          />
        </div>
      )}
      {query.isPending && <RowSkeleton rows={12} />}
      {query.data && !rows.length && (
        <Nothing filtered={!!(search.filter || search.q)} clear={() => change({ filter: '', q: '' })} />
      )}
      {rows.length > 0 && (
        <>
          <PoolTable
            {...{ catalogue, shown, rows, selected, choosable }}
            onSelect={setSelected}
            open={setPeek}
            act={cell}
          />
          <Foot query={query} shown={rows.length} total={total} />
        </>
      )}
      {selected.length > 0 && (
        <Chosen
          n={selected.length}
          room={left(pool, mine)}
          run={many}
          assign={assign}
          clear={() => setSelected([])}
        />
      )}
      {open && (
        <PoolPeek {...{ catalogue, pool }} id={open.id} close={() => setPeek(null)} act={cell(open)} />
      )}
    </>
  )
}
