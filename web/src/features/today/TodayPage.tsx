import { useQuery } from '@tanstack/react-query'
import dayjs from 'dayjs'
import { Link, useNavigate } from '@tanstack/react-router'
import { UploadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { CleanupList, useCleanup } from '@/features/customer'
import { http, type Job } from '@/platform/http'
import { dayOf, useTexts } from '@/platform/i18n'
import { useJobs } from '@/platform/jobs'
import { pageOf, useRecent, useRefresh } from '@/platform/records'
import { useCan, useSession } from '@/platform/session'
import { ask, PageHead, RowSkeleton, Trouble } from '@/platform/ui'
import { Checklist, type Step } from './Checklist'
import { Favourites } from './Favourites'
import { Mine } from './Mine'
import './today.css'

const useChecklist = (enabled: boolean) =>
  useQuery({
    queryKey: ['checklist'],
    queryFn: () => http.get<{ items: Step[] }>('/firm/checklist'),
    select: (page) => page.items,
    enabled,
  })

function SampleNote() {
  const { t } = useTexts()
  const { firm } = useSession()
  const can = useCan()
  const refresh = useRefresh()
  const jobs = useJobs(() => void refresh('customer'))
  if (!firm.sample || !can('settings.manage')) return null
  const clear = async () => {
    const question = {
      title: t('today.clearAsk'),
      text: t('today.clearText'),
      yes: t('today.clearSample'),
      no: t('today.keepSample'),
      danger: true,
    }
    if (await ask(question)) await jobs.start(http.delete<Job>('/firm/sample'))
  }
  return (
    <div className="quiet">
      <div className="grow">
        <div>{t('today.sample')}</div>
        <div className="note">{t('today.sampleHint')}</div>
      </div>
      <Button size="small" danger onClick={() => void clear()}>
        {t('today.clearSample')}
      </Button>
    </div>
  )
}

function OldTable() {
  const { t } = useTexts()
  const can = useCan()
  const navigate = useNavigate()
  if (!can('customer.import')) return null
  return (
    <div className="quiet">
      <div className="grow">
        <div>{t('today.oldTable')}</div>
        <div className="note">{t('today.oldTableHint')}</div>
      </div>
      <Button
        size="small"
        icon={<UploadOutlined />}
        onClick={() => void navigate({ to: '/import', search: { object: 'customer' } as object })}
      >
        {t('today.upload')}
      </Button>
    </div>
  )
}

function Recent() {
  const { t } = useTexts()
  const recent = useRecent()
  return (
    <section>
      <h2 className="section">{t('today.recent')}</h2>
      {!recent.length && <p className="note">{t('today.recentNone')}</p>}
      <ul className="recent">
        {recent.map(({ object, id, label }) => (
          <li key={id}>
            <Link to={pageOf(object, id) ?? '/'}>{label}</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Cleanup() {
  const { t } = useTexts()
  const can = useCan()
  const { data, error, isPending, refetch } = useCleanup(can('customer.read'))
  return (
    <section>
      <h2 className="section">{t('today.cleanup')}</h2>
      {isPending && <RowSkeleton rows={3} />}
      {error && (
        <Trouble
          title={t('common.notDone', { what: t('today.cleanup') })}
          error={error}
          again={() => void refetch()}
        />
      )}
      {data?.length === 0 && <p className="note">{t('today.cleanupNone')}</p>}
      {data && <CleanupList checks={data} />}
    </section>
  )
}

/** Home: what is left to set up, what is to be completed, and what was just looked at. */
export default function TodayPage() {
  const { t } = useTexts()
  const can = useCan()
  const { data: steps } = useChecklist(can('settings.manage'))
  const open = steps?.some(({ done }) => !done)
  return (
    <div className="page">
      <PageHead
        title={t('today.title')}
        note={dayjs(dayOf(new Date().toISOString())).format(t('today.dayFormat'))}
      />
      <div className="page-body today">
        <div className="today-main">
          {steps && open && <Checklist steps={steps} />}
          {steps && !open && (
            <p>
              <Link to="/customers">{t('today.allDone')}</Link>
            </p>
          )}
          {can('customer.read') && <Mine />}
          <SampleNote />
          <OldTable />
        </div>
        <aside className="today-side">
          <Cleanup />
          <Favourites />
          <Recent />
        </aside>
      </div>
    </div>
  )
}
