import { useTexts } from '@/platform/i18n'
import { RecordPage } from '@/platform/record/RecordPage'
import { Contacts } from './Contacts'
import { facts, weighed } from './layout'

export default function CustomerPage() {
  const { t } = useTexts()
  return (
    <RecordPage
      object="customer"
      facts={facts}
      weighed={weighed}
      tabs={(row) => [
        {
          key: 'contacts',
          label: t('record.contacts'),
          children: <Contacts customer={row} titled={false} />,
        },
      ]}
      side={(row) => <Contacts customer={row} titled />}
    />
  )
}
