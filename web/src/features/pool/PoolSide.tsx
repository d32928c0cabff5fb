import { LockOutlined, SettingOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Segmented, Select } from 'antd'
import { formatNumber, useTexts } from '@/platform/i18n'
import { useCan } from '@/platform/session'
import { usePhone } from '@/platform/theme/theme'
import type { Pooled } from './pooled'
import type { Pool } from './pools'

interface Props {
  object: Pooled
  /** Of what the person claims. */
  objects: Pooled[]
  turn: (object: Pooled) => void
  pools: Pool[]
  current: Pool | undefined
  choose: (pool: string) => void
}

export const atMost = ({ waiting, exact }: Pool) => formatNumber(waiting) + (exact ? '' : '+')

function Objects({ object, objects, turn }: Pick<Props, 'object' | 'objects' | 'turn'>) {
  const { t } = useTexts()
  if (objects.length < 2) return null
  return (
    <Segmented<Pooled>
      block
      className="pool-objects"
      aria-label={t('pool.objects')}
      value={object}
      options={objects.map((value) => ({ value, label: t(`pool.words.${value}.title`) }))}
      onChange={turn}
    />
  )
}

/** The pools that one takes from, beside the list or above it. */
export function PoolSide({ object, objects, turn, pools, current, choose }: Props) {
  const { t } = useTexts()
  const can = useCan()
  const phone = usePhone()
  if (phone) {
    return (
      <div className="pool-choice">
        <Objects {...{ object, objects, turn }} />
        <Select
          aria-label={t('pool.title')}
          value={current?.id}
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
          <Link to="/settings/pools" search={{ of: object } as object} aria-label={t('pool.settings')}>
            <SettingOutlined />
          </Link>
        )}
      </div>
      <Objects {...{ object, objects, turn }} />
      <ul>
        {pools.map((pool) => (
          <li key={pool.id}>
            <button
              type="button"
              className={pool.id === current?.id ? 'pool-item is-current' : 'pool-item'}
              aria-current={pool.id === current?.id ? 'page' : undefined}
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
