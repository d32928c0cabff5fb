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
import { useWords, type Pooled } from './pooled'
import { AssignDialog } from './AssignDialog'
import { ClaimCell } from './ClaimCell'
import { PoolPeek } from './PoolPeek'
import { PoolTable } from './PoolTable'
import { useWaiting, useWaitingCount, type Mine, type Pool, type Search } from './pools'
import { useClaiming } from './useClaiming'
import { useNow } from './useNow'

interface Props {
  object: Pooled
  catalogue: Catalogue
  pool: Pool
  mine: Mine
  search: Search
  change: (search: Partial<Search>) => void
}

const QUICK: Record<Pooled, string[]> = {
  customer: ['industry', 'region', 'grade', 'pooledAt'],
  lead: ['source', 'region', 'campaign', 'pooledAt'],
}
const ALWAYS = ['name', 'pooledAt', 'formerOwner', 'poolReason']

/** Only what the pool shows can be filtered by. */
const shownIn = (catalogue: Catalogue, pool: Pool): Catalogue =>
  pool.whole
    ? catalogue
    : {
        ...catalogue,
        fields: catalogue.fields.filter(({ name }) => ALWAYS.includes(name) || pool.fields.includes(name)),
      }

function Finder({ object, search, change }: Pick<Props, 'object' | 'search' | 'change'>) {
  const { t } = useTexts()
  const name = t('pool.search', useWords(object))
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
      placeholder={name}
      aria-label={name}
      value={value}
      onChange={(event) => type(event.target.value)}
      {...input}
    />
  )
}

interface ChosenProps {
  object: Pooled
  n: number
  room: number | null
  run: () => void
  assign: (people: string[], way: Way) => void
  clear: () => void
}

function Chosen({ object, n, room, run, assign, clear }: ChosenProps) {
  const { t } = useTexts()
  const counted = { ...useWords(object), n: formatNumber(n) }
  const can = useCan()
  const [assigning, setAssigning] = useState(false)
  return (
    <div className="bulk-bar pool-bulk" role="toolbar" aria-label={t('pool.chosen', counted)}>
      <span className="num">{t('pool.chosen', counted)}</span>
      <Button type="primary" size="small" onClick={run}>
        {t('pool.claimMany', counted)}
      </Button>
      {room !== null && <span className="note num">{t('pool.roomAfter', { n: Math.max(0, room - n) })}</span>}
      {can(`${object}.assign`) && (
        <Button size="small" onClick={() => setAssigning(true)}>
          {t('pool.assign')}
        </Button>
      )}
      <Button type="text" size="small" onClick={clear}>
        {t('common.cancel')}
      </Button>
      {assigning && <AssignDialog object={object} n={n} run={assign} close={() => setAssigning(false)} />}
    </div>
  )
}

interface NothingProps {
  object: Pooled
  filtered: boolean
  clear: () => void
}

function Nothing({ object, filtered, clear }: NothingProps) {
  const { t } = useTexts()
  const words = useWords(object)
  if (!filtered)
    return <Empty icon={<CloudDownloadOutlined />} title={t('pool.none')} hint={t('pool.noneHint', words)} />
  return (
    <Empty icon={<SearchOutlined />} title={t('pool.noneFound', words)} hint={t('pool.noneFoundHint')}>
      <Button size="small" onClick={clear}>
        {t('filter.clear')}
      </Button>
    </Empty>
  )
}

function Failed({ query, what }: { query: ReturnType<typeof useWaiting>; what: string }) {
  const { t } = useTexts()
  if (!query.error) return null
  return (
    <div className="page-body">
      <Trouble title={t('common.notDone', { what })} error={query.error} again={() => void query.refetch()} />
    </div>
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

function useRows(object: Pooled, pool: Pool, search: Search) {
  const query = useWaiting(object, pool.id, search)
  const count = useWaitingCount(object, pool.id, search).data
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  const total = formatNumber(count?.value ?? rows.length) + (count && !count.exact ? '+' : '')
  return { query, rows, total }
}

/** Which rows can be claimed, and the claims themselves. */
function useActs({ object, catalogue, pool, mine }: Props, own: (row: Row) => void) {
  const can = useCan()
  const { person } = useSession()
  const now = useNow()
  const { taken, claim, claimAll, assignAll } = useClaiming(object, pool.id)
  const bar = (row: Row) => barred(row, pool, mine, person.id, now)
  const choosable = (row: Row) =>
    !taken[row.id] && (can(`${object}.assign`) || (!bar(row) && can(`${object}.claim`)))
  const take = (row: Row) => void claim(row, titleOf(row, catalogue)).then((won) => won && own(row))
  const cell = (row: Row) => (
    <ClaimCell object={object} row={row} bar={bar(row)} taken={taken[row.id]} claim={() => take(row)} />
  )
  return { choosable, cell, claimAll, assignAll }
}

/** What waits in one pool. */
export function PoolList(props: Props) {
  const { object, catalogue, pool, mine, search, change } = props
  const { query, rows, total } = useRows(object, pool, search)
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
  const shown = pool.fields.length ? pool.fields : pool.whole ? QUICK[object] : []
  return (
    <>
      <div className="list-bar">
        <Finder key={pool.id} object={object} search={search} change={change} />
        <FilterChips
          catalogue={shownIn(catalogue, pool)}
          filter={search.filter}
          quick={QUICK[object]}
          change={(filter) => change({ filter })}
        />
      </div>
      <Failed query={query} what={pool.name} />
      {query.isPending && <RowSkeleton rows={12} />}
      {query.data && !rows.length && (
        <Nothing
          object={object}
          filtered={!!(search.filter || search.q)}
          clear={() => change({ filter: '', q: '' })}
        />
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
          object={object}
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
