import { CloudDownloadOutlined } from '@ant-design/icons'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTexts } from '@/platform/i18n'
import { useFields } from '@/platform/records'
import { useCan } from '@/platform/session'
import { Empty, RowSkeleton, Trouble } from '@/platform/ui'
import { isPooled, pooled, useWords, type Pooled } from './pooled'
import { PoolHead } from './PoolHead'
import { PoolList } from './PoolList'
import { PoolSide } from './PoolSide'
import { useMine, type Search } from './pools'
import '@/platform/list/list.css'
import './pool.css'

type Asked = Partial<Search> & { pool?: string; of?: string }

/** Whose pools are looked at: what the address says, as far as one takes from them, and first of all customers'. */
function useObject(asked: Asked) {
  const can = useCan()
  const objects = pooled.filter((one) => can(`${one}.claim`) && can(`${one}.read`))
  const wanted = asked.of && isPooled(asked.of) ? asked.of : 'customer'
  const object: Pooled = objects.includes(wanted) ? wanted : (objects[0] ?? wanted)
  return { object, objects }
}

function None({ object }: { object: Pooled }) {
  const { t } = useTexts()
  const words = useWords(object)
  return (
    <Empty
      icon={<CloudDownloadOutlined />}
      title={t('pool.noPool', words)}
      hint={t('pool.noPoolHint', words)}
    />
  )
}

/** 公海: what waits for an owner, pool by pool, and what one may still claim. */
export default function PoolPage() {
  const { t } = useTexts()
  const navigate = useNavigate()
  const asked = useSearch({ strict: false }) as Asked
  const { object, objects } = useObject(asked)
  const mine = useMine(object)
  const catalogue = useFields(object)
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
  const search = { filter: asked.filter ?? '', q: asked.q ?? '', sort: asked.sort ?? '' }
  const change = (next: Partial<Search>) =>
    void navigate({
      to: '.',
      search: Object.fromEntries(
        Object.entries({ of: asked.of, pool: asked.pool, ...search, ...next }).filter(([, value]) => value),
      ) as object,
      replace: true,
    })
  const go = (to: object) => void navigate({ to: '/pool', search: to })
  return (
    <div className="pool-page">
      <PoolSide
        {...{ object, objects, pools }}
        turn={(of) => go({ of })}
        current={pool}
        choose={(id) => go({ of: asked.of, pool: id })}
      />
      <div className="pool-main">
        {!pool && <None object={object} />}
        {pool && (
          <>
            <PoolHead object={object} pool={pool} mine={mine.data} />
            <PoolList
              key={pool.id}
              object={object}
              catalogue={catalogue.data}
              pool={pool}
              mine={mine.data}
              search={search}
              change={change}
            />
          </>
        )}
      </div>
    </div>
  )
}
