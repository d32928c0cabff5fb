import { Link } from '@tanstack/react-router'
import { formatNumber } from '@/platform/i18n'
import type { Check } from './useCleanup'

/** Each check opens its rows. */
export function CleanupList({ checks }: { checks: Check[] }) {
  return (
    <ul className="cleanup">
      {checks.map(({ check, label, count, filter }) => (
        <li key={check}>
          <Link to="/customers" search={{ view: 'all', filter } as object}>
            <span className="grow">{label}</span>
            <b className="num">{formatNumber(count)}</b>
          </Link>
        </li>
      ))}
    </ul>
  )
}
