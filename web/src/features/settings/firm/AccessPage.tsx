import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { http, type Page, type Ref } from '@/platform/http'
import { formatMoment, useTexts } from '@/platform/i18n'
import { Wide } from '@/platform/ui'
import { useDevice } from '../own/useDevice'
import { Panel } from '../Panel'
import { AuditCheck } from './AuditCheck'
import { placeOf } from './address'

interface Access {
  id: string
  at: string
  by: Ref | null
  token: string | null
  action: string
  record?: Ref | null
  words: string[]
  detail?: Record<string, unknown> | null
  address?: string | null
}

const ofSessions = [
  'signedIn',
  'signedOut',
  'sessionEnded',
  'otherSessionsEnded',
  'signInRefused',
  'codeAsked',
  'providerLinked',
  'proofRefused',
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

/** Who it was, or whose token; nobody knows who tries to sign in. */
function Who({ by, token }: Access) {
  const { t } = useTexts()
  if (!by) return <span className="ink3">{t('settings.somebody')}</span>
  if (!token) return by.label
  return (
    <>
      {by.label} <span className="ink3">{t('settings.byToken', { name: token })}</span>
    </>
  )
}

/** Who signed in, looked at what was hidden, exported or changed rights. */
export default function AccessPage() {
  const { t } = useTexts()
  const session = useSession()
  const query = useInfiniteQuery({
    queryKey: ['audit'],
    queryFn: ({ pageParam }) => http.get<Page<Access>>('/audit', { after: pageParam }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next || undefined,
  })
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Panel section="access" query={query} acts={<AuditCheck />}>
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
                <td>
                  <Who {...row} />
                </td>
                <td>{t(`logActions.${row.action as 'signedIn'}`, { defaultValue: row.action })}</td>
                <td className="ink2">
                  {ofSessions.includes(row.action) ? session(row) : row.words.join(' · ')}
                </td>
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
