import { formatNumber, useTexts } from '@/platform/i18n'
import { useDictionaries } from '@/platform/records'
import { Meter, PageHead } from '@/platform/ui'
import { useWords, type Pooled } from './pooled'
import { atMost } from './PoolSide'
import type { Mine, Pool } from './pools'

interface GaugeProps {
  name: string
  used: number
  most: number
  words: 'claimed' | 'held'
}

function Gauge({ name, used, most, words }: GaugeProps) {
  const { t } = useTexts()
  const left = Math.max(0, most - used)
  const share = most ? used / most : 1
  const tone = left === 0 ? 'bad' : share > 0.8 ? 'warn' : 'tide'
  return (
    <div className={`pool-gauge is-${tone}`}>
      <div className="row">
        <span className="grow">{name}</span>
        <b className="num">{left ? t('pool.left', { n: formatNumber(left) }) : t('pool.full')}</b>
      </div>
      <Meter share={share} />
      <span className="note num">
        {t(`pool.${words}Of`, { n: formatNumber(used), most: formatNumber(most) })}
      </span>
    </div>
  )
}

/** What a claim is held to, in one sentence. */
function Rules({ pool }: { pool: Pool }) {
  const { t } = useTexts()
  const { coolOff, closed } = pool.limits
  const rules = [
    ...(closed ? [t('pool.ruleClosed', { n: closed })] : []),
    ...(coolOff ? [t('pool.ruleCoolOff', { n: coolOff })] : []),
  ]
  return <p className="pool-rules">{rules.length ? rules.join(t('pool.ruleJoin')) : t('pool.ruleNone')}</p>
}

interface Props {
  object: Pooled
  pool: Pool
  mine: Mine
}

/** Which pool this is, how full it is, and what is left to oneself. */
export function PoolHead({ object, pool, mine }: Props) {
  const words = useWords(object)
  const { t, locale } = useTexts()
  const { limits } = pool
  const grades = useDictionaries().data?.find(({ key }) => key === 'grade')?.items ?? []
  const ofGrade = grades.filter(({ id }) => id in limits.ofGrade)
  const gauges = [
    ...(limits.perDay === null
      ? []
      : [{ name: t('pool.today'), used: pool.claimed, most: limits.perDay, words: 'claimed' as const }]),
    ...(limits.held === null
      ? []
      : [{ name: t('pool.inHand', words), used: mine.held, most: limits.held, words: 'held' as const }]),
    ...ofGrade.map(({ id, label, labelEn }) => ({
      name: t('pool.ofGrade', { grade: locale === 'en' ? (labelEn ?? label) : label }),
      used: mine.heldOfGrade[id] ?? 0,
      most: limits.ofGrade[id] ?? 0,
      words: 'held' as const,
    })),
  ]
  return (
    <div className="pool-head">
      <div className="grow">
        <PageHead title={pool.name} note={t('pool.counted', { ...words, n: atMost(pool) })} />
        <Rules pool={pool} />
      </div>
      {gauges.length > 0 && (
        <div className="pool-gauges" role="group" aria-label={t('pool.limits')}>
          {gauges.map((gauge) => (
            <Gauge key={gauge.name} {...gauge} />
          ))}
        </div>
      )}
    </div>
  )
}
