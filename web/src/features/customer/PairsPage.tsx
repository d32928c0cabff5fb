import { CheckCircleOutlined, SearchOutlined } from '@ant-design/icons'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useAlone } from '@/platform/http'
import { formatMoment, formatNumber, useTexts } from '@/platform/i18n'
import { mayMerge } from '@/platform/merge/mayMerge'
import { useFields } from '@/platform/records'
import { useCan } from '@/platform/session'
import { Empty, PageHead, RowSkeleton, Tag, Trouble } from '@/platform/ui'
import { usePairActs, usePairs, type Pair, type PairObject, type Side } from './pairs'
import './pairs.css'

const MergeDialog = lazy(() => import('@/platform/merge/MergeDialog'))

const page = { customer: '/customers/$id', contact: '/contacts/$id' } as const

function One({ object, side }: { object: PairObject; side: Side }) {
  const { t } = useTexts()
  return (
    <div className="pair-side">
      <Link to={page[object]} params={{ id: side.id }} target="_blank">
        {side.label}
      </Link>
      {side.at && <span className="ink2">{side.at}</span>}
      <span className="note">{side.owner ?? t('pairs.noOwner')}</span>
    </div>
  )
}

interface LineProps {
  object: PairObject
  pair: Pair
  /** Missing for whoever may not. */
  merge: (() => void) | false
  apart: () => Promise<void>
}

function Line({ object, pair, merge, apart }: LineProps) {
  const { t } = useTexts()
  const { alone, busy } = useAlone()
  return (
    <li className="pair">
      <One object={object} side={pair.one} />
      <One object={object} side={pair.other} />
      <div className="pair-why">
        <Tag color={pair.certainty === 'likely' ? 'warn' : 'gray'}>{t(`pairs.${pair.certainty}`)}</Tag>
        <span className="note">{pair.by.map((field) => t(`form.marks.${field}`)).join(t('form.and'))}</span>
      </div>
      <div className="pair-acts">
        {merge && (
          <Button size="small" onClick={merge}>
            {t('pairs.merge')}
          </Button>
        )}
        <Button size="small" type="text" loading={busy} onClick={() => void alone(apart)}>
          {t(`pairs.apart.${object}`)}
        </Button>
      </div>
    </li>
  )
}

function Pairs({ object }: { object: PairObject }) {
  const { t } = useTexts()
  const { first, pairs, hasNextPage, fetchNextPage, isFetchingNextPage } = usePairs(object)
  const { again, search, apart } = usePairActs(object)
  const { data: catalogue } = useFields(object)
  const can = useCan()
  const [merging, setMerging] = useState<Pair | null>(null)
  const look = (
    <Button type="primary" size="small" onClick={() => void search()}>
      {t(first?.searchedAt ? 'pairs.searchAgain' : 'pairs.search')}
    </Button>
  )
  if (!first?.searchedAt) {
    return (
      <Empty icon={<SearchOutlined />} title={t('pairs.never')} hint={t(`pairs.neverHint.${object}`)}>
        {look}
      </Empty>
    )
  }
  const facts = { at: formatMoment(first.searchedAt), n: formatNumber(first.compared ?? 0) }
  return (
    <>
      <div className="pairs-head">
        <p className="ink2 grow">
          {t(`pairs.searched.${object}`, { ...facts, pairs: formatNumber(first.count) })}
        </p>
        {look}
      </div>
      {pairs.length === 0 && (
        <Empty icon={<CheckCircleOutlined />} title={t('pairs.none')} hint={t(`pairs.noneHint.${object}`)} />
      )}
      <ul className="pairs">
        {pairs.map((pair) => (
          <Line
            key={pair.id}
            object={object}
            pair={pair}
            merge={mayMerge(can, object) && (() => setMerging(pair))}
            apart={() => apart(pair)}
          />
        ))}
      </ul>
      {hasNextPage && (
        <Button size="small" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('common.more')}
        </Button>
      )}
      {merging && catalogue && (
        <Suspense>
          <MergeDialog
            object={object}
            catalogue={catalogue}
            ids={[merging.one.id, merging.other.id]}
            close={() => setMerging(null)}
            done={() => void again()}
            stay
          />
        </Suspense>
      )}
    </>
  )
}

function Found({ object }: { object: PairObject }) {
  const { t } = useTexts()
  const { error, isPending, refetch } = usePairs(object)
  if (isPending) return <RowSkeleton rows={6} />
  if (!error) return <Pairs object={object} />
  return (
    <Trouble
      title={t('common.notDone', { what: t('pairs.title') })}
      error={error}
      again={() => void refetch()}
    />
  )
}

/** Customers or contacts that are probably one, over the whole firm. */
export default function PairsPage() {
  const { t } = useTexts()
  const can = useCan()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as { object?: string }
  const objects = (['customer', 'contact'] as const).filter((one) => can(`${one}.merge`))
  const object = objects.find((one) => one === search.object) ?? objects[0] ?? 'customer'
  const choose = (next: PairObject) =>
    void navigate({ to: '.', search: { object: next } as object, replace: true })
  const options = objects.map((one) => ({ value: one, label: t(`${one}.one`) }))
  return (
    <div className="page">
      <PageHead title={t('pairs.title')} note={<Link to={`/${object}s`}>{t('record.back')}</Link>} />
      <div className="page-body">
        {options.length > 1 && (
          <Segmented<PairObject> className="pairs-of" value={object} onChange={choose} options={options} />
        )}
        <Found key={object} object={object} />
      </div>
    </div>
  )
}
