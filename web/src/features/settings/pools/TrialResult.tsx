import { Link } from '@tanstack/react-router'
import { useWords, type Pooled } from '@/features/pool'
import { formatNumber, useTexts } from '@/platform/i18n'
import { pageOf } from '@/platform/records'
import { Person, Wide } from '@/platform/ui'
import type { Trial } from './returns'

const LINES = 20

/** Who would return by a rule, by day and by owner, and the first of them by name. */
export function TrialResult({ object, trial }: { object: Pooled; trial: Trial }) {
  const { t } = useTexts()
  const words = useWords(object)
  if (!trial.records) return <p className="note">{t('pool.returns.trialNone', words)}</p>
  const owners = new Map(trial.owners.map(({ id, label }) => [id, label]))
  const long = Math.max(trial.days.length, trial.owners.length) > LINES
  return (
    <div className="pool-trial" aria-live="polite">
      <p>{t('pool.returns.trialAll', { ...words, n: formatNumber(trial.records) })}</p>
      <Wide label={t('pool.returns.trialDay')}>
        <table className="grid-table">
          <thead>
            <tr>
              <th>{t('pool.returns.trialDay')}</th>
              <th className="num">{t('pool.returns.trialCount', words)}</th>
            </tr>
          </thead>
          <tbody>
            {trial.days.slice(0, LINES).map(({ day, records }) => (
              <tr key={day}>
                <td className="num">{day}</td>
                <td className="num">{formatNumber(records)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      <Wide label={t('pool.returns.trialOwner')}>
        <table className="grid-table">
          <thead>
            <tr>
              <th>{t('pool.returns.trialOwner')}</th>
              <th className="num">{t('pool.returns.trialCount', words)}</th>
              <th>{t('pool.returns.trialFirst')}</th>
            </tr>
          </thead>
          <tbody>
            {trial.owners.slice(0, LINES).map(({ id, label, records, first }) => (
              <tr key={id}>
                <td>
                  <Person name={label} />
                </td>
                <td className="num">{formatNumber(records)}</td>
                <td className="num">{first}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      {long && <p className="note">{t('pool.returns.trialShort', { n: LINES })}</p>}
      {trial.first.length > 0 && (
        <details>
          <summary>{t('pool.returns.trialNames', { ...words, n: trial.first.length })}</summary>
          <ul>
            {trial.first.map(({ id, label, owner, day }) => (
              <li key={id}>
                <Link to={pageOf(object, id) ?? '/'}>{label}</Link>{' '}
                <span className="ink3 num">
                  {owners.get(owner) ?? ''} {day}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
