import { PlusOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { Choice, Ref, Row } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { asRef, pageOf } from '@/platform/records'
import { useCan } from '@/platform/session'
import { RowSkeleton, Tag, Trouble } from '@/platform/ui'
import { dueText, isOpen, owesApology, toneOf, useBlock, type Whose } from './promises'
import { QuickPromise, type To } from './QuickPromise'
import './promise.css'

function Line({ promise }: { promise: Row }) {
  const { t, locale } = useTexts()
  const owner = asRef((promise.owner ?? null) as Ref | null)
  const status = promise.status as Choice | null
  const moves = typeof promise.moves === 'number' ? promise.moves : 0
  return (
    <li className={`promise-line ${toneOf(promise)}`}>
      <Link className="promise-subject" to={pageOf('promise', promise.id)!}>
        {String(promise.subject ?? '')}
      </Link>
      <span className="note">
        <span className="promise-due num">{dueText(promise, locale)}</span> {owner?.label}{' '}
        {!isOpen(promise) && status && <Tag color={status.color ?? null}>{status.label}</Tag>}{' '}
        {owesApology(promise) && <Tag color="bad">{t('promise.owed')}</Tag>}{' '}
        {moves > 0 && t('promise.moved', { n: moves })}
      </span>
    </li>
  )
}

const Lines = ({ promises }: { promises: Row[] }) =>
  promises.length > 0 && (
    <ul>
      {promises.map((promise) => (
        <Line key={promise.id} promise={promise} />
      ))}
    </ul>
  )

function Closed({ promises }: { promises: Row[] }) {
  const { t } = useTexts()
  const [shown, show] = useState(false)
  if (!promises.length) return null
  return (
    <>
      <button type="button" className="link" aria-expanded={shown} onClick={() => show(!shown)}>
        {t(shown ? 'promise.hideClosed' : 'promise.showClosed', { n: promises.length })}
      </button>
      {shown && <Lines promises={promises} />}
    </>
  )
}

interface Props {
  object: Whose
  id: string
  to: To
  /** Is promised nothing new, such as a lead that became a customer. */
  closed?: boolean
}

function Promises({ object, id, to, closed }: Props) {
  const { t } = useTexts()
  const may = useCan()('promise.create') && !closed
  const [adding, setAdding] = useState(false)
  const { data, error, isPending, refetch } = useBlock(object, id)
  const none = data && !data.open.length && !data.broken.length && !adding
  return (
    <section className="promise-block">
      <h2 className="section row">
        <span className="grow">
          {t('promise.one')} <span className="ink3 num">{data?.open.length || ''}</span>
        </span>
        {may && !adding && (
          <Button size="small" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            {t('promise.add')}
          </Button>
        )}
      </h2>
      {adding && <QuickPromise to={to} close={() => setAdding(false)} />}
      {isPending && <RowSkeleton rows={2} />}
      {error && (
        <Trouble
          title={t('common.notDone', { what: t('promise.one') })}
          error={error}
          again={() => void refetch()}
        />
      )}
      {none && <p className="note">{t(may ? 'promise.nothing' : 'promise.nothingRead')}</p>}
      {data && <Lines promises={data.broken} />}
      {data && <Lines promises={data.open} />}
      {data && <Closed promises={data.closed} />}
    </section>
  )
}

/** What was promised to a record, broken ones first, for those who may see promises. */
export function PromiseBlock(props: Props) {
  return useCan()('promise.read') ? <Promises {...props} /> : null
}
