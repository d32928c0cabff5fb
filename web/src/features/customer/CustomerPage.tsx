import { lazy, Suspense } from 'react'
import { HowFarOf, LogBox } from '@/features/activity'
import { BeforePrimary } from '@/features/contact'
import { usePoolActs } from '@/features/pool'
import { PromiseBlock } from '@/features/promise'
import { TaskBlock } from '@/features/task'
import type { Row } from '@/platform/http'
import { VisitBlock } from '@/features/visit'
import { useTexts } from '@/platform/i18n'
import { RecordPage } from '@/platform/record/RecordPage'
import { RowSkeleton } from '@/platform/ui'
import { CameFrom } from './CameFrom'
import { Contacts } from './Contacts'
import { facts, weighed } from './layout'
import { NextByRhythm } from './NextByRhythm'
import { Plays } from './Plays'

const OrganisationChart = lazy(() => import('./OrganisationChart'))

const useMore = (row: Row, label: string) => usePoolActs('customer', row, label)

export default function CustomerPage() {
  const { t } = useTexts()
  return (
    <RecordPage
      object="customer"
      facts={facts}
      weighed={weighed}
      writing={({ id }) => <LogBox object="customer" id={id} end={{ object: 'customer', id }} />}
      useMore={useMore}
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
          <VisitBlock customer={{ id: row.id, label: String(row.name) }} />
          <NextByRhythm customer={row} />
          <Plays customer={row} />
          <BeforePrimary customer={row} />
          <HowFarOf end={{ object: 'customer', id: row.id }} />
          <Contacts customer={row} titled />
          <CameFrom customer={row} />
        </>
      )}
    />
  )
}
