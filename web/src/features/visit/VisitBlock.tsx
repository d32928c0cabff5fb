import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { create } from '@/platform/form/creating'
import { http, type Choice, type Ref, type Row } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { pageOf } from '@/platform/records'
import { useCan } from '@/platform/session'
import { RowSkeleton, Tag, Trouble } from '@/platform/ui'
import { blockKey, isLate, isMissed, ownerOf, whenText } from './visits'
import './visit.css'

interface Found {
  open: Row[]
  closed: Row[]
}

function Line({ visit }: { visit: Row }) {
  const { t, locale } = useTexts()
  const status = visit.status as Choice | null
  const missed = isMissed(visit)
  return (
    <li className={`visit-line ${missed || isLate(visit) ? 'is-overdue' : ''}`}>
      <Link to={pageOf('visit', visit.id)!}>{String(visit.goal ?? '')}</Link>
      <span className="note">
        <span className="visit-when num">{whenText(visit, locale)}</span> {ownerOf(visit)?.label}{' '}
        {missed ? (
          <Tag color="bad">{t('visit.missed')}</Tag>
        ) : (
          status && <Tag color={status.color ?? null}>{status.label}</Tag>
        )}
      </span>
    </li>
  )
}

function Visits({ customer }: { customer: Ref }) {
  const { t } = useTexts()
  const may = useCan()('visit.create')
  const { data, error, isPending, refetch } = useQuery({
    queryKey: [...blockKey, customer.id],
    queryFn: ({ signal }) => http.get<Found>(`/customers/${customer.id}/visits`, undefined, signal),
  })
  const all = [...(data?.open ?? []), ...(data?.closed ?? [])]
  return (
    <section className="visit-block">
      <h2 className="section row">
        <span className="grow">
          {t('visit.one')} <span className="ink3 num">{data?.open.length || ''}</span>
        </span>
        {may && (
          <Button
            size="small"
            icon={<PlusOutlined />}
            onClick={() => create({ object: 'visit', given: { customer } })}
          >
            {t('visit.plan')}
          </Button>
        )}
      </h2>
      {isPending && <RowSkeleton rows={2} />}
      {error && (
        <Trouble
          title={t('common.notDone', { what: t('visit.one') })}
          error={error}
          again={() => void refetch()}
        />
      )}
      {data && !all.length && <p className="note">{t('visit.noneOfCustomer')}</p>}
      {!!all.length && (
        <ul>
          {all.map((visit) => (
            <Line key={visit.id} visit={visit} />
          ))}
        </ul>
      )}
    </section>
  )
}

/** Who visits a customer, for those who may see visits: what is to come first, then the last ones. */
export function VisitBlock({ customer }: { customer: Ref }) {
  return useCan()('visit.read') ? <Visits customer={customer} /> : null
}
