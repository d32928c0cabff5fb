import { useQuery } from '@tanstack/react-query'
import dayjs from 'dayjs'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { UploadOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import { CleanupList, useCleanup } from '@/features/customer'
import { http, type Job } from '@/platform/http'
import { dayOf, formatNumber, useTexts } from '@/platform/i18n'
import { useJobs } from '@/platform/jobs'
import { pageOf, useRecent, useRefresh } from '@/platform/records'
import { useCan, useSession } from '@/platform/session'
import { ask, PageHead, RowSkeleton, Trouble } from '@/platform/ui'
import { Checklist, type Step } from './Checklist'
import { told, type Day } from './day'
import { DayWork } from './DayWork'
import { Favourites } from './Favourites'
import { Mine } from './Mine'
import { TeamTable } from './TeamTable'
import { useDay } from './useDay'
import './day.css'
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

const doneOf = (day: Day) => day.done[0]?.today

/** The date, what is left of the day, and what is done. */
function useNote(day: Day | undefined) {
  const { t } = useTexts()
  const date = dayjs(day?.day ?? dayOf(new Date().toISOString())).format(t('today.dayFormat'))
  if (!day) return date
  const { value, exact } = day.open
  const open = !!value && t(exact ? 'day.open' : 'day.openMore', { n: formatNumber(value) })
  const done = doneOf(day)
  return [date, open, done?.value && t('day.done', { n: formatNumber(done.value) })]
    .filter(Boolean)
    .join(' · ')
}

function Result({ day }: { day: Day }) {
  const { t } = useTexts()
  if (!day.done.length) return null
  return (
    <section className="mine result">
      <h2 className="section">{t('day.result')}</h2>
      <ul>
        {day.done.map(({ key, label, filter, today, yesterday }) => (
          <li key={key}>
            <Link to="/activities" search={{ view: 'all', filter } as object}>
              <b className="num">{told(today)}</b>
              <span>
                {label} <span className="note num">{t('day.yesterday', { n: told(yesterday) })}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface Asked {
  view?: string
  section?: string
}

/** What waits, or that it could not be read; the rest of the page goes on. */
function Work({ asked, ask }: { asked: Asked; ask: (next: Asked) => void }) {
  const { t } = useTexts()
  const { data, error, isPending, refetch } = useDay()
  if (isPending) return <RowSkeleton rows={6} />
  if (!data) {
    const title = t('common.notDone', { what: t('today.title') })
    return <Trouble title={title} error={error} again={() => void refetch()} />
  }
  return (
    <>
      <DayWork day={data} chosen={asked.section} choose={(section) => ask(section ? { section } : {})} />
      <Result day={data} />
    </>
  )
}

/** What is left to set up, what is in one's hands, and old tables. */
function Below() {
  const { t } = useTexts()
  const can = useCan()
  const { data: steps } = useChecklist(can('settings.manage'))
  const open = steps?.some(({ done }) => !done)
  return (
    <>
      {steps && open && <Checklist steps={steps} />}
      {steps && !open && (
        <p>
          <Link to="/customers">{t('today.allDone')}</Link>
        </p>
      )}
      {can('customer.read') && <Mine />}
      <SampleNote />
      <OldTable />
    </>
  )
}

/** Home: what to do next and why, the same for a manager's people, and what is left to set up. */
export default function TodayPage() {
  const { t } = useTexts()
  const asked = useSearch({ strict: false }) as Asked
  const navigate = useNavigate()
  const ask = (next: Asked) => void navigate({ to: '/', search: next as object })
  const { data: day } = useDay()
  const team = !!day?.team && asked.view === 'team'
  return (
    <div className="page">
      <PageHead title={t('today.title')} note={useNote(day)}>
        {day?.team && (
          <Segmented
            aria-label={t('day.view')}
            value={team ? 'team' : 'mine'}
            options={(['mine', 'team'] as const).map((value) => ({ value, label: t(`day.views.${value}`) }))}
            onChange={(view) => ask(view === 'team' ? { view } : {})}
          />
        )}
      </PageHead>
      <div className="page-body today">
        <div className="today-main">
          {team ? <TeamTable /> : <Work asked={asked} ask={ask} />}
          {!team && <Below />}
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
