import { LogBox } from '@/features/activity'
import { PromiseBlock } from '@/features/promise'
import { TaskBlock } from '@/features/task'
import { useTexts } from '@/platform/i18n'
import type { Value } from '@/platform/http'
import { RecordPage } from '@/platform/record/RecordPage'
import { asRef } from '@/platform/records'
import { Before } from './Before'
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
      writing={(row) => {
        const customer = asRef((row.customer ?? null) as Value)
        const contact = { id: row.id, label: String(row.name) }
        if (!customer) return null
        const end = { object: 'customer', id: customer.id } as const
        return <LogBox object="contact" id={row.id} end={end} contact={contact} />
      }}
      side={(row) => (
        <>
          <Before contact={row} />
          <PromiseBlock
            object="contact"
            id={row.id}
            to={{ contact: { id: row.id, label: String(row.name) } }}
          />
          <TaskBlock
            object="contact"
            id={row.id}
            about={{ contact: { id: row.id, label: String(row.name) } }}
          />
        </>
      )}
      tabs={(row) => [
        { key: 'consents', label: t('privacy.consents'), children: <Consents contact={row.id} /> },
      ]}
    />
  )
}
