import { CloudDownloadOutlined } from '@ant-design/icons'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTexts } from '@/platform/i18n'
import { useFields } from '@/platform/records'
import { Empty, RowSkeleton, Trouble } from '@/platform/ui'
import { PoolHead } from './PoolHead'
import { PoolList } from './PoolList'
import { PoolSide } from './PoolSide'
import { useMine, type Search } from './pools'
import '@/platform/list/list.css'
import './pool.css'

/** 公海: what waits for an owner, pool by pool, and what one may still claim. */
export default function PoolPage() {
  const { t } = useTexts()
  const navigate = useNavigate()
  const asked = useSearch({ strict: false }) as Partial<Search> & { pool?: string }
  const mine = useMine()
  const catalogue = useFields('customer')
  const error = mine.error ?? catalogue.error
  if (error) {
    const again = () => {
      void mine.refetch()
      void catalogue.refetch()
    }
    return (
      <div className="page-body">
        <Trouble title={t('common.notDone', { what: t('pool.title') })} error={error} again={again} />
      </div>
    )
  }
  if (!mine.data || !catalogue.data) return <RowSkeleton rows={14} />
  const pools = mine.data.items
  const pool = pools.find(({ id }) => id === asked.pool) ?? pools[0]
  if (!pool) {
    return <Empty icon={<CloudDownloadOutlined />} title={t('pool.noPool')} hint={t('pool.noPoolHint')} />
  }
  const search = { filter: asked.filter ?? '', q: asked.q ?? '', sort: asked.sort ?? '' }
  const change = (next: Partial<Search>) =>
    void navigate({
      to: '.',
      search: Object.fromEntries(
        Object.entries({ pool: asked.pool, ...search, ...next }).filter(([, value]) => value),
      ) as object,
      replace: true,
    })
  return (
    <div className="pool-page">
      <PoolSide
        pools={pools}
        current={pool}
        choose={(id) => void navigate({ to: '/pool', search: { pool: id } as object })}
      />
      <div className="pool-main">
        <PoolHead pool={pool} mine={mine.data} />
        <PoolList
          key={pool.id}
          catalogue={catalogue.data}
          pool={pool}
          mine={mine.data}
          search={search}
          change={change}
        />
      </div>
    </div>
  )
}
