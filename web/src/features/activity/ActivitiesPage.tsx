import { FormOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { create } from '@/platform/form/creating'
import { useTexts } from '@/platform/i18n'
import { ListActs } from '@/platform/list/ListActs'
import { RecordListPage } from '@/platform/list/RecordListPage'
import { Empty } from '@/platform/ui'
import { many, quickFilters } from './layout'

export default function ActivitiesPage() {
  const { t } = useTexts()
  const places = [
    { to: '/activities/deleted', label: t('list.bin'), permission: 'activity.delete' },
    { to: '/imports', label: t('list.imports'), permission: 'activity.import' },
    { to: '/downloads', label: t('list.downloads') },
  ]
  const empty = (
    <Empty icon={<FormOutlined />} title={t('activity.none')} hint={t('activity.noneHint')}>
      <Button type="primary" size="small" onClick={() => create({ object: 'activity' })}>
        {t('activity.first')}
      </Button>
    </Empty>
  )
  return (
    <RecordListPage
      object="activity"
      many={many}
      quick={quickFilters}
      counted={(n) => t('activity.counted', { n })}
      acts={<ListActs object="activity" what={t('activity.one')} places={places} />}
      empty={empty}
    />
  )
}
