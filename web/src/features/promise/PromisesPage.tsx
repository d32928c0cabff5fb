import { SafetyCertificateOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { create } from '@/platform/form/creating'
import { useTexts } from '@/platform/i18n'
import { ListActs } from '@/platform/list/ListActs'
import { RecordListPage } from '@/platform/list/RecordListPage'
import { useCan } from '@/platform/session'
import { Empty } from '@/platform/ui'
import { columns, many, quickFilters } from './layout'
import { toneOf } from './promises'
import './promise.css'

function NoPromises() {
  const { t } = useTexts()
  const may = useCan()('promise.create')
  return (
    <Empty
      icon={<SafetyCertificateOutlined />}
      title={t('promise.none')}
      hint={t(may ? 'promise.noneHint' : 'promise.noneRead')}
    >
      {may && (
        <Button type="primary" size="small" onClick={() => create({ object: 'promise' })}>
          {t('promise.first')}
        </Button>
      )}
    </Empty>
  )
}

function usePromiseViews() {
  const { t } = useTexts()
  const view = (id: 'mine' | 'owed' | 'broken' | 'kept' | 'given', filter: string, sort: string) => ({
    id,
    name: t(`promise.views.${id}`),
    filter,
    sort,
    columns,
  })
  return [
    view('mine', 'owner==@me;status==open', 'dueAt'),
    view('owed', 'owner==@me;apologyDueAt=null=false', 'dueAt'),
    view('broken', 'brokenAt=null=false', '-dueAt'),
    view('kept', 'status==kept', '-dueAt'),
    view('given', 'status==open;assignedBy==@me', 'dueAt'),
  ]
}

export default function PromisesPage() {
  const { t } = useTexts()
  const views = usePromiseViews()
  const places = [
    { to: '/promises/score', label: t('promise.score.title') },
    { to: '/promises/deleted', label: t('list.bin'), permission: 'promise.delete' },
    { to: '/imports', label: t('list.imports'), permission: 'promise.import' },
    { to: '/downloads', label: t('list.downloads') },
  ]
  return (
    <RecordListPage
      object="promise"
      many={many}
      quick={quickFilters}
      counted={(n) => t('promise.counted', { n })}
      acts={<ListActs object="promise" what={t('promise.one')} places={places} />}
      empty={<NoPromises />}
      views={views}
      toneOf={toneOf}
    />
  )
}
