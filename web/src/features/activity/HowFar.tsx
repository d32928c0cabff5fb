import { useTexts } from '@/platform/i18n'
import { Tag } from '@/platform/ui'
import { timing, usePursuit, type DoneWith, type Pursuit } from './pursuit'
import { useItems } from './useItems'

const colours = { early: 'gray', due: 'ok', late: 'warn' } as const

/** Which time this is, how many it usually takes, and whether the next one is due: one line. */
export function HowFar({ pursuit }: { pursuit: Pursuit }) {
  const { t } = useTexts()
  const { touches, usualFrom, usualTo, daysSince, spacingFrom, spacingTo } = pursuit
  const when = timing(pursuit)
  return (
    <p className="how-far note">
      <span className="num">{t('pursuit.time', { n: touches + 1, from: usualFrom, to: usualTo })}</span>
      {when && (
        <>
          <span className="num">
            {t('pursuit.spacing', { n: daysSince ?? 0, from: spacingFrom, to: spacingTo })}
          </span>
          <Tag color={colours[when]}>{t(`pursuit.timing.${when}`)}</Tag>
        </>
      )}
    </p>
  )
}

function Pretexts({ used }: { used: string[] }) {
  const { t } = useTexts()
  const items = useItems('pretext')
  if (!items.length) return null
  return (
    <p className="note">
      {t('pursuit.pretexts')}{' '}
      {items.map(({ value, label }) => (
        <span key={value} className="pretext">
          {used.includes(value) ? (
            <del title={t('pursuit.used')}>
              {label}
              <span className="sr">{t('pursuit.usedMark')}</span>
            </del>
          ) : (
            label
          )}
        </span>
      ))}
    </p>
  )
}

/** The same on a record's page, before one calls, with the pretexts that are left. */
export function HowFarOf({ end }: { end: DoneWith }) {
  const { t } = useTexts()
  const pursuit = usePursuit(end).data
  if (!pursuit) return null
  return (
    <section>
      <h2 className="section">{t('pursuit.title')}</h2>
      <HowFar pursuit={pursuit} />
      <Pretexts used={pursuit.pretexts} />
    </section>
  )
}
