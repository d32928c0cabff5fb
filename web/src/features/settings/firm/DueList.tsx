import { ClockCircleOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { formatMoment, useTexts } from '@/platform/i18n'
import { useJobs } from '@/platform/jobs/useJobs'
import { toastProblem } from '@/platform/toast'
import { ask, Empty, RowSkeleton, Tag, Trouble } from '@/platform/ui'
import { HoldDialog } from './HoldDialog'
import { useDue, type Due, type Hold } from './retention'

interface LineProps {
  due: Due
  hold: () => void
  release: (hold: Hold) => void
}

function Line({ due, hold, release }: LineProps) {
  const { t } = useTexts()
  return (
    <li className="text-line wraps">
      <span className="grow">
        {due.binned ? <b>{due.label}</b> : <a href={`/contacts/${due.id}`}>{due.label}</a>}{' '}
        {due.binned && <Tag>{t('retention.binned')}</Tag>}
        <p className="note num">
          {t('retention.lastAt', { last: formatMoment(due.last), until: formatMoment(due.until) })}
        </p>
        {due.holds.map((one) => (
          <p key={one.id} className="note">
            {t('retention.heldBecause', { reason: one.reason, who: one.by.label, at: formatMoment(one.at) })}{' '}
            <Button size="small" type="link" onClick={() => release(one)}>
              {t('retention.release')}
            </Button>
          </p>
        ))}
      </span>
      <Button size="small" onClick={hold}>
        {t('retention.hold')}
      </Button>
    </li>
  )
}

/** Asks once more before everybody goes who is over the time and not held. */
function EraseButton({ erase, after }: { erase: ReturnType<typeof useDue>['erase']; after: () => void }) {
  const { t } = useTexts()
  const jobs = useJobs(after)
  const end = async () => {
    const yes = await ask({
      title: t('retention.eraseAsk'),
      text: t('retention.eraseText'),
      yes: t('retention.erase'),
      no: t('privacy.kept'),
      danger: true,
    })
    if (yes) void jobs.start(erase())
  }
  return (
    <Button danger size="small" onClick={() => void end()}>
      {t('retention.erase')}
    </Button>
  )
}

/** Whom the rule means now; nobody goes by being listed. */
export function DueList() {
  const { t } = useTexts()
  const { query, fresh, hold, release, erase } = useDue()
  const [holding, setHolding] = useState<Due | null>(null)
  const people = query.data?.pages.flatMap(({ items }) => items) ?? []
  const first = query.data?.pages[0]
  const again = () => void fresh()
  if (query.isPending) return <RowSkeleton rows={2} />
  if (query.error)
    return (
      <Trouble
        title={t('common.notDone', { what: t('retention.title') })}
        error={query.error}
        again={again}
      />
    )
  if (!people.length) return <Empty icon={<ClockCircleOutlined />} title={t('retention.nobody')} />
  return (
    <>
      <p className="text-line wraps">
        <span className="grow">
          {t(first?.exact ? 'retention.count' : 'retention.countMore', { n: first?.count ?? 0 })}
        </span>
        {!!first?.free && <EraseButton erase={erase} after={again} />}
      </p>
      <ul>
        {people.map((one) => (
          <Line
            key={one.id}
            due={one}
            hold={() => setHolding(one)}
            release={({ id }) => void release(one.id, id).catch(toastProblem)}
          />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button size="small" onClick={() => void query.fetchNextPage()}>
          {t('common.more')}
        </Button>
      )}
      {holding && (
        <HoldDialog
          name={holding.label}
          hold={(reason) => hold(holding.id, reason)}
          close={() => setHolding(null)}
        />
      )}
    </>
  )
}
