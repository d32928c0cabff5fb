import { TeamOutlined, UploadOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { create } from '@/platform/form/creating'
import { useTexts } from '@/platform/i18n'
import { ListActs } from '@/platform/list/ListActs'
import { RecordListPage } from '@/platform/list/RecordListPage'
import { useCan } from '@/platform/session'
import { Empty } from '@/platform/ui'
import { many, quickFilters } from './layout'

function NoCustomers() {
  const { t } = useTexts()
  const navigate = useNavigate()
  return (
    <Empty icon={<TeamOutlined />} title={t('customer.none')} hint={t('customer.noneHint')}>
      <Button type="primary" size="small" onClick={() => create({ object: 'customer' })}>
        {t('customer.first')}
      </Button>
      <Button
        size="small"
        icon={<UploadOutlined />}
        onClick={() => void navigate({ to: '/import', search: { object: 'customer' } as object })}
      >
        {t('list.import')}
      </Button>
    </Empty>
  )
}

export default function CustomersPage() {
  const { t } = useTexts()
  const can = useCan()
  const places = [
    { to: '/customers/matrix', label: t('matrix.title') },
    ...(can('customer.create') ? [{ to: '/customers/duplicates', label: t('customer.duplicates') }] : []),
    { to: '/customers/cleanup', label: t('customer.cleanup') },
    { to: '/customers/deleted', label: t('list.bin'), permission: 'customer.delete' },
    { to: '/imports', label: t('list.imports'), permission: 'customer.import' },
    { to: '/downloads', label: t('list.downloads') },
  ]
  return (
    <RecordListPage
      object="customer"
      many={many}
      quick={quickFilters}
      counted={(n) => t('customer.counted', { n })}
      acts={<ListActs object="customer" what={t('customer.one')} places={places} />}
      empty={<NoCustomers />}
    />
  )
}
