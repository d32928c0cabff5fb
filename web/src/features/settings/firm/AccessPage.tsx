import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { http, type Page, type Ref } from '@/platform/http'
import { formatMoment, useTexts } from '@/platform/i18n'
import { Wide } from '@/platform/ui'
import { useDevice } from '../own/useDevice'
import { Panel } from '../Panel'
import { placeOf } from './address'

interface Access {
  id: string
  at: string
  by: Ref | null
  action: string
  object?: string | null
  record?: Ref | null
  detail?: Record<string, unknown> | null
  address?: string | null
}

const told = (value: unknown): string => {
  if (Array.isArray(value))
    return value.length > 3 ? `${value.slice(0, 3).map(told).join('、')}…` : value.map(told).join('、')
  return value !== null && typeof value === 'object'
    ? Object.values(value).map(told).join(' ')
    : String(value ?? '')
}

const id = /^[0-9a-f]{8}-[0-9a-f-]{27}(、|$)/

const ofSessions = [
  'signedIn',
  'signedOut',
  'sessionEnded',
  'otherSessionsEnded',
  'signInRefused',
  'codeAsked',
]

/** On which device, and where it was in vain whose account it was and why. */
function useSession() {
  const { t } = useTexts()
  const device = useDevice()
  return ({ by, record, detail }: Access) => {
    const { agent, why, ...rest } = (detail ?? {}) as {
      agent?: string
      why?: 'password'
      with?: 'code'
    }
    const whose = !by && record?.label && t('settings.accountOf', { name: record.label })
    const proved = rest.with && t(`settings.provedBy.${rest.with}`)
    return [whose, why && t(`settings.refusedFor.${why}`), proved, agent !== undefined && device(agent)]
      .filter(Boolean)
      .join(' · ')
  }
}

/** The object and whatever the entry says besides, in one line. */
function useSubject() {
  const { t } = useTexts()
  const session = useSession()
  return (row: Access) => {
    if (ofSessions.includes(row.action)) return session(row)
    const { object, record, detail, address, by } = row
    const what = object && t(`settings.logObjects.${object as 'person'}`, { defaultValue: object })
    const whom = record?.id !== by?.id && record?.label
    return [what, whom, ...Object.values(detail ?? {}).map(told)]
      .filter((part) => part && part !== address && !id.test(part))
      .join(' · ')
  }
}

/** Who signed in, looked at what was hidden, exported or changed rights. */
export default function AccessPage() {
  const { t } = useTexts()
  const subject = useSubject()
  const query = useInfiniteQuery({
    queryKey: ['audit'],
    queryFn: ({ pageParam }) => http.get<Page<Access>>('/audit', { after: pageParam }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next || undefined,
  })
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Panel section="access" query={query}>
      <Wide label={t('settings.sections.access')}>
        <table className="grid-table">
          <thead>
            <tr>
              <th>{t('bin.at')}</th>
              <th>{t('settings.who')}</th>
              <th>{t('settings.did')}</th>
              <th>{t('settings.what')}</th>
              <th>{t('settings.address')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td className="num ink3">{formatMoment(row.at)}</td>
                <td>{row.by ? row.by.label : <span className="ink3">{t('settings.somebody')}</span>}</td>
                <td>{t(`settings.logActions.${row.action as 'signedIn'}`, { defaultValue: row.action })}</td>
                <td className="ink2">{subject(row)}</td>
                <td className="num ink3">
                  {row.address && `${row.address} · ${t(`settings.places.${placeOf(row.address)}`)}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      {query.hasNextPage && (
        <Button size="small" onClick={() => void query.fetchNextPage()}>
          {t('common.more')}
        </Button>
      )}
    </Panel>
  )
}
