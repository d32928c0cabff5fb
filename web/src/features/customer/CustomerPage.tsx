import { lazy, Suspense } from 'react'
import { LogBox } from '@/features/activity'
import { BeforePrimary } from '@/features/contact'
import { usePoolActs } from '@/features/pool'
import { PromiseBlock } from '@/features/promise'
import { TaskBlock } from '@/features/task'
import { useTexts } from '@/platform/i18n'
import { RecordPage } from '@/platform/record/RecordPage'
import { RowSkeleton } from '@/platform/ui'
import { CameFrom } from './CameFrom'
import { Contacts } from './Contacts'
import { facts, weighed } from './layout'
import { Plays } from './Plays'

const OrganisationChart = lazy(() => import('./OrganisationChart'))

export default function CustomerPage() {
  const { t } = useTexts()
  return (
    <RecordPage
      object="customer"
      facts={facts}
      weighed={weighed}
      writing={({ id }) => <LogBox object="customer" id={id} end={{ object: 'customer', id }} />}
      useMore={usePoolActs}
      tabs={(row) => [
        {
          key: 'contacts',
          label: t('record.contacts'),
          children: <Contacts customer={row} titled={false} />,
        },
        {
          key: 'chart',
          label: t('chart.title'),
          children: (
            <Suspense fallback={<RowSkeleton rows={4} />}>
              <OrganisationChart customer={row} />
            </Suspense>
          ),
        },
      ]}
      side={(row) => (
        <>
          <PromiseBlock
            object="customer"
            id={row.id}
            to={{ customer: { id: row.id, label: String(row.name) } }}
          />
          <TaskBlock
            object="customer"
            id={row.id}
            about={{ customer: { id: row.id, label: String(row.name) } }}
          />
          <Plays customer={row} />
          <BeforePrimary customer={row} />
          <Contacts customer={row} titled />
          <CameFrom customer={row} />
        </>
      )}
    />
  )
}
