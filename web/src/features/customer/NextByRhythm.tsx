import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { rhythmKey } from '@/features/activity'
import { http, type Row } from '@/platform/http'
import { formatDay, useTexts } from '@/platform/i18n'
import { pageOf, useDictionaries } from '@/platform/records'

interface Due {
  name: string
  kind: string
  dueOn: string
  task: string | null
}

function Line({ due }: { due: Due }) {
  const { t, locale } = useTexts()
  const kinds = useDictionaries().data?.find(({ key }) => key === 'activityKind')?.items ?? []
  const kind = kinds.find(({ id }) => id === due.kind)
  const by = kind && ((locale === 'en' && kind.labelEn) || kind.label)
  const day = formatDay(due.dueOn, locale)
  return (
    <li className="row">
      <span className="grow">
        {due.name} <span className="ink3">{by}</span>
      </span>
      {due.task ? (
        <Link className="num" to={pageOf('task', due.task)!}>
          {t('cadence.dueNow', { day })}
        </Link>
      ) : (
        <span className="num">{t('cadence.next', { day })}</span>
      )}
    </li>
  )
}

/** When the firm's rhythms bring this customer up again; nothing where it is in none. */
export function NextByRhythm({ customer }: { customer: Row }) {
  const { t } = useTexts()
  const { data } = useQuery({
    queryKey: [...rhythmKey(customer.id), customer.version],
    queryFn: ({ signal }) =>
      http.get<{ items: Due[] }>(`/customers/${customer.id}/cadences`, undefined, signal),
    placeholderData: (before) => before,
    retry: false,
  })
  if (!data?.items.length) return null
  return (
    <section>
      <h2 className="section">{t('cadence.ofCustomer')}</h2>
      <ul>
        {data.items.map((due) => (
          <Line key={due.name + due.dueOn} due={due} />
        ))}
      </ul>
    </section>
  )
}
