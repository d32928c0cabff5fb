import { BarChartOutlined, EnvironmentOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { create } from '@/platform/form/creating'
import { useTexts } from '@/platform/i18n'
import { ListActs } from '@/platform/list/ListActs'
import { RecordListPage } from '@/platform/list/RecordListPage'
import { useCan } from '@/platform/session'
import { Empty } from '@/platform/ui'
import { columns, many, quickFilters } from './layout'
import { isLate, isMissed, statusOf } from './visits'
import './visit.css'

const OPEN = 'status=in=(planned,underWay);owner==@me'

function NoVisits() {
  const { t } = useTexts()
  const may = useCan()('visit.create')
  return (
    <Empty
      icon={<EnvironmentOutlined />}
      title={t('visit.none')}
      hint={t(may ? 'visit.noneHint' : 'visit.noneRead')}
    >
      {may && (
        <Button type="primary" size="small" onClick={() => create({ object: 'visit' })}>
          {t('visit.first')}
        </Button>
      )}
    </Empty>
  )
}

function useVisitViews() {
  const { t } = useTexts()
  const view = (id: string, filter: string, sort: string) => ({
    id,
    name: t(`visit.views.${id as 'mine'}`),
    filter,
    sort,
    columns,
  })
  return [
    view('mine', OPEN, 'plannedOn'),
    view('week', 'plannedOn==@thisWeek', 'plannedOn'),
    view('missed', 'status==planned;missedFrom=lt=@now', 'plannedOn'),
    view('late', 'lateBy=gt=0', '-checkedInAt'),
    view('finished', 'status==done', '-checkedInAt'),
  ]
}

export default function VisitsPage() {
  const { t } = useTexts()
  const views = useVisitViews()
  const navigate = useNavigate()
  const places = [
    { to: '/visits/deleted', label: t('list.bin'), permission: 'visit.delete' },
    { to: '/imports', label: t('list.imports'), permission: 'visit.import' },
    { to: '/downloads', label: t('list.downloads') },
  ]
  return (
    <RecordListPage
      object="visit"
      many={many}
      quick={quickFilters}
      counted={(n) => t('visit.counted', { n })}
      acts={
        <>
          <Button icon={<BarChartOutlined />} onClick={() => void navigate({ to: '/visits/answers' })}>
            {t('visit.answers')}
          </Button>
          <ListActs object="visit" what={t('visit.one')} places={places} />
        </>
      }
      empty={<NoVisits />}
      views={views}
      toneOf={(row) =>
        isMissed(row) || isLate(row) ? 'is-overdue' : statusOf(row) === 'cancelled' ? 'is-closed' : ''
      }
    />
  )
}
