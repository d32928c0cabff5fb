import { AimOutlined, UploadOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { create } from '@/platform/form/creating'
import { useTexts } from '@/platform/i18n'
import { ListActs } from '@/platform/list/ListActs'
import { RecordListPage } from '@/platform/list/RecordListPage'
import { Empty } from '@/platform/ui'
import { many, quickFilters } from './layout'

function NoLeads() {
  const { t } = useTexts()
  const navigate = useNavigate()
  return (
    <Empty icon={<AimOutlined />} title={t('lead.none')} hint={t('lead.noneHint')}>
      <Button type="primary" size="small" onClick={() => create({ object: 'lead' })}>
        {t('lead.first')}
      </Button>
      <Button
        size="small"
        icon={<UploadOutlined />}
        onClick={() => void navigate({ to: '/import', search: { object: 'lead' } as object })}
      >
        {t('list.import')}
      </Button>
    </Empty>
  )
}

export default function LeadsPage() {
  const { t } = useTexts()
  const places = [
    { to: '/pool', search: { of: 'lead' }, label: t('lead.pools'), permission: 'lead.claim' },
    { to: '/leads/deleted', label: t('list.bin'), permission: 'lead.delete' },
    { to: '/imports', label: t('list.imports'), permission: 'lead.import' },
    { to: '/downloads', label: t('list.downloads') },
  ]
  return (
    <RecordListPage
      object="lead"
      many={many}
      quick={quickFilters}
      counted={(n) => t('lead.counted', { n })}
      acts={<ListActs object="lead" what={t('lead.one')} places={places} />}
      empty={<NoLeads />}
    />
  )
}
