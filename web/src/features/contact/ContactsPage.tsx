import { IdcardOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { create } from '@/platform/form/creating'
import { useTexts } from '@/platform/i18n'
import { ListActs } from '@/platform/list/ListActs'
import { RecordListPage } from '@/platform/list/RecordListPage'
import { Empty } from '@/platform/ui'
import { many, quickFilters } from './layout'

export default function ContactsPage() {
  const { t } = useTexts()
  const places = [
    {
      to: '/customers/pairs',
      search: { object: 'contact' },
      label: t('pairs.title'),
      permission: 'contact.merge',
    },
    { to: '/contacts/deleted', label: t('list.bin'), permission: 'contact.delete' },
    { to: '/imports', label: t('list.imports'), permission: 'contact.import' },
    { to: '/downloads', label: t('list.downloads') },
  ]
  const empty = (
    <Empty icon={<IdcardOutlined />} title={t('contact.none')} hint={t('contact.noneHint')}>
      <Button type="primary" size="small" onClick={() => create({ object: 'contact' })}>
        {t('contact.first')}
      </Button>
    </Empty>
  )
  return (
    <RecordListPage
      object="contact"
      many={many}
      quick={quickFilters}
      counted={(n) => t('contact.counted', { n })}
      acts={<ListActs object="contact" what={t('contact.one')} places={places} />}
      empty={empty}
    />
  )
}
