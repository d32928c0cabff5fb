import { DeleteOutlined, EditOutlined, LockOutlined, PlusOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { isPooled, pooled, useWords, type Pooled } from '@/features/pool'
import { http, type Catalogue } from '@/platform/http'
import { formatNumber, useTexts } from '@/platform/i18n'
import { useFields } from '@/platform/records'
import { toastProblem } from '@/platform/toast'
import { ask, Tag, Wide } from '@/platform/ui'
import { Panel } from '../Panel'
import { FilterText } from './FilterText'
import { usePools, type PoolRow } from './pools'
import './pools.css'

const PoolDrawer = lazy(() => import('./PoolDrawer').then((drawer) => ({ default: drawer.PoolDrawer })))

interface LineProps {
  pool: PoolRow
  catalogue: Catalogue
  edit: () => void
}

function Line({ pool, catalogue, edit }: LineProps) {
  const { t } = useTexts()
  const words = useWords(pool.object)
  const client = useQueryClient()
  const remove = async () => {
    const question = {
      title: t('pool.removeAsk', { name: pool.name }),
      text: t('pool.removeText', words),
      yes: t('common.delete'),
      no: t('common.keep'),
      danger: true,
    }
    if (!(await ask(question))) return
    await http
      .delete(`/pools/${pool.id}`)
      .then(() => client.invalidateQueries({ queryKey: ['list'] }), toastProblem)
  }
  const amount = (most: number | null | undefined) => (most ? formatNumber(most) : t('pool.unlimited'))
  return (
    <tr>
      <td>
        {pool.name} {pool.standard && <Tag color="tide">{t('pool.standardMark')}</Tag>}
      </td>
      <td>
        {pool.standard ? (
          <span className="ink2">{t('pool.conditionRest', words)}</span>
        ) : (
          <FilterText catalogue={catalogue} filter={pool.condition ?? ''} />
        )}
      </td>
      <td>{pool.everyone ? t('pool.everyone') : <LockOutlined aria-label={t('pool.closed')} />}</td>
      <td className="num">{amount(pool.claimsPerDay)}</td>
      <td className="num">{amount(pool.heldMost)}</td>
      <td className="pool-acts">
        <Button
          size="small"
          type="text"
          icon={<EditOutlined />}
          aria-label={t('pool.changeOf', { name: pool.name })}
          onClick={edit}
        />
        {!pool.standard && (
          <Button
            size="small"
            type="text"
            icon={<DeleteOutlined />}
            aria-label={`${t('common.delete')} ${pool.name}`}
            onClick={() => void remove()}
          />
        )}
      </td>
    </tr>
  )
}

/** The pools in the order in which they take, each with whom it is open to and what claims are held to. */
export default function PoolsPage() {
  const { t } = useTexts()
  const navigate = useNavigate()
  const { of } = useSearch({ strict: false }) as { of?: string }
  const object = of && isPooled(of) ? of : 'customer'
  const words = useWords(object)
  const pools = usePools(object)
  const catalogue = useFields(object).data
  const [editing, setEditing] = useState<PoolRow | 'new' | null>(null)
  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setEditing('new')}>
      {t('pool.new', words)}
    </Button>
  )
  return (
    <Panel section="pools" query={pools} acts={add}>
      <Segmented<Pooled>
        className="pool-objects"
        aria-label={t('pool.objects')}
        value={object}
        options={pooled.map((value) => ({ value, label: t(`pool.words.${value}.title`) }))}
        onChange={(next) => void navigate({ to: '.', search: { of: next } as object })}
      />
      {catalogue && (
        <Wide label={t('settings.sections.pools')}>
          <table className="grid-table">
            <thead>
              <tr>
                <th>{t('pool.name')}</th>
                <th>{t('pool.condition')}</th>
                <th>{t('pool.members')}</th>
                <th>{t('pool.perDay')}</th>
                <th>{t('pool.held')}</th>
                <th aria-label={t('common.edit')} />
              </tr>
            </thead>
            <tbody>
              {pools.data?.map((pool) => (
                <Line key={pool.id} pool={pool} catalogue={catalogue} edit={() => setEditing(pool)} />
              ))}
            </tbody>
          </table>
        </Wide>
      )}
      <Suspense>
        {editing && catalogue && (
          <PoolDrawer
            object={object}
            catalogue={catalogue}
            row={editing === 'new' ? null : editing}
            close={() => setEditing(null)}
          />
        )}
      </Suspense>
    </Panel>
  )
}
