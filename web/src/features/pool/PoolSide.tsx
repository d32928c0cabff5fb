import { LockOutlined, SettingOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Select } from 'antd'
import { formatNumber, useTexts } from '@/platform/i18n'
import { useCan } from '@/platform/session'
import { usePhone } from '@/platform/theme/theme'
import type { Pool } from './pools'

interface Props {
  pools: Pool[]
  current: Pool
  choose: (pool: string) => void
}

export const atMost = ({ waiting, exact }: Pool) => formatNumber(waiting) + (exact ? '' : '+')

/** The pools that one takes from, beside the list or above it. */
export function PoolSide({ pools, current, choose }: Props) {
  const { t } = useTexts()
  const can = useCan()
  const phone = usePhone()
  if (phone) {
    return (
      <div className="pool-choice">
        <Select
          aria-label={t('pool.title')}
          value={current.id}
          onChange={choose}
          options={pools.map((pool) => ({ value: pool.id, label: `${pool.name} ${atMost(pool)}` }))}
        />
      </div>
    )
  }
  return (
    <nav className="pool-side" aria-label={t('pool.title')}>
      <div className="row pool-side-head">
        <h2 className="grow">{t('pool.title')}</h2>
        {can('pool.update') && (
          <Link to="/settings/pools" aria-label={t('pool.settings')}>
            <SettingOutlined />
          </Link>
        )}
      </div>
      <ul>
        {pools.map((pool) => (
          <li key={pool.id}>
            <button
              type="button"
              className={pool.id === current.id ? 'pool-item is-current' : 'pool-item'}
              aria-current={pool.id === current.id ? 'page' : undefined}
              onClick={() => choose(pool.id)}
            >
              {!pool.everyone && <LockOutlined aria-label={t('pool.closed')} />}
              <span className="clip grow">{pool.name}</span>
              {pool.arrived > 0 && <span className="num pool-new">+{formatNumber(pool.arrived)}</span>}
              <span className="num ink2">{atMost(pool)}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="note">{t('pool.sideNote')}</p>
    </nav>
  )
}
