import { CheckCircleOutlined, SearchOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useAlone } from '@/platform/http'
import { formatMoment, formatNumber, useTexts } from '@/platform/i18n'
import { mayMerge } from '@/platform/merge/mayMerge'
import { useFields } from '@/platform/records'
import { useCan } from '@/platform/session'
import { Empty, PageHead, RowSkeleton, Tag, Trouble } from '@/platform/ui'
import { usePairActs, usePairs, type Pair, type Side } from './pairs'
import './pairs.css'

const MergeDialog = lazy(() => import('@/platform/merge/MergeDialog'))

function One({ side }: { side: Side }) {
  const { t } = useTexts()
  return (
    <div className="pair-side">
      <Link to="/customers/$id" params={{ id: side.id }} target="_blank">
        {side.label}
      </Link>
      <span className="note">{side.owner ?? t('pairs.noOwner')}</span>
    </div>
  )
}

interface LineProps {
  pair: Pair
  /** Missing for whoever may not. */
  merge: (() => void) | false
  apart: () => Promise<void>
}

function Line({ pair, merge, apart }: LineProps) {
  const { t } = useTexts()
  const { alone, busy } = useAlone()
  return (
    <li className="pair">
      <One side={pair.one} />
      <One side={pair.other} />
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
          {t('pairs.apart')}
        </Button>
      </div>
    </li>
  )
}

function Pairs() {
  const { t } = useTexts()
  const { first, pairs, hasNextPage, fetchNextPage, isFetchingNextPage } = usePairs()
  const { again, search, apart } = usePairActs()
  const { data: catalogue } = useFields('customer')
  const can = useCan()
  const [merging, setMerging] = useState<Pair | null>(null)
  const look = (
    <Button type="primary" size="small" onClick={() => void search()}>
      {t(first?.searchedAt ? 'pairs.searchAgain' : 'pairs.search')}
    </Button>
  )
  if (!first?.searchedAt) {
    return (
      <Empty icon={<SearchOutlined />} title={t('pairs.never')} hint={t('pairs.neverHint')}>
        {look}
      </Empty>
    )
  }
  const facts = { at: formatMoment(first.searchedAt), n: formatNumber(first.compared ?? 0) }
  return (
    <>
      <div className="pairs-head">
        <p className="ink2 grow">{t('pairs.searched', { ...facts, pairs: formatNumber(first.count) })}</p>
        {look}
      </div>
      {pairs.length === 0 && (
        <Empty icon={<CheckCircleOutlined />} title={t('pairs.none')} hint={t('pairs.noneHint')} />
      )}
      <ul className="pairs">
        {pairs.map((pair) => (
          <Line
            key={pair.id}
            pair={pair}
            merge={mayMerge(can, 'customer') && (() => setMerging(pair))}
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
            object="customer"
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

/** Customers that are probably one, over the whole firm. */
export default function PairsPage() {
  const { t } = useTexts()
  const { error, isPending, refetch } = usePairs()
  return (
    <div className="page">
      <PageHead title={t('pairs.title')} note={<Link to="/customers">{t('record.back')}</Link>} />
      <div className="page-body">
        {isPending && <RowSkeleton rows={6} />}
        {error && (
          <Trouble
            title={t('common.notDone', { what: t('pairs.title') })}
            error={error}
            again={() => void refetch()}
          />
        )}
        {!isPending && !error && <Pairs />}
      </div>
    </div>
  )
}
