import { useTexts } from '@/platform/i18n'
import { RecordPage } from '@/platform/record/RecordPage'
import { Consents } from './Consents'
import { facts } from './layout'
import { usePersonalData } from './usePersonalData'

export default function ContactPage() {
  const { t } = useTexts()
  return (
    <RecordPage
      object="contact"
      facts={facts}
      useMore={usePersonalData}
      tabs={(row) => [
        { key: 'consents', label: t('privacy.consents'), children: <Consents contact={row.id} /> },
      ]}
    />
  )
}
