import { Button } from 'antd'
import type { Row } from '@/platform/http'
import { timeOf, useTexts } from '@/platform/i18n'
import type { Bar } from './claimable'
import { useWords } from './pooled'

/** Who took it while one looked at it. */
export interface Taken {
  by: string
  at: string
}

interface Props {
  object: string
  row: Row
  bar: Bar | null
  taken: Taken | undefined
  claim: () => void
}

/** The button, or in its place why there is none. */
export function ClaimCell({ object, row, bar, taken, claim }: Props) {
  const { t } = useTexts()
  const words = useWords(object)
  if (taken)
    return <span className="ink3">{t('pool.takenBy', { name: taken.by, time: timeOf(taken.at) })}</span>
  if (!row.can?.includes('claim')) return null
  if (!bar) {
    return (
      <Button size="small" className="pool-claim" onClick={claim}>
        {t('pool.claim')}
      </Button>
    )
  }
  const tone = bar.why === 'closed' ? 'warn' : bar.why === 'coolOff' ? 'quiet' : 'bad'
  const facts = { ...words, n: bar.n, minutes: bar.minutes ?? 0, grade: bar.grade ?? '' }
  return <span className={`pool-bar is-${tone}`}>{t(`pool.bars.${bar.why}`, facts)}</span>
}
