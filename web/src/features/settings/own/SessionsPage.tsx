import { Button } from 'antd'
import { http } from '@/platform/http'
import { formatMoment, useTexts } from '@/platform/i18n'
import { Tag } from '@/platform/ui'
import { Panel } from '../Panel'
import { useResource } from '../useResource'
import { useDevice } from './useDevice'

interface OwnSession {
  id: string
  createdAt: string
  seenAt: string
  address: string
  agent: string
  current: boolean
}

/** Where one is signed in; anything unknown can be ended. */
export default function SessionsPage() {
  const { t } = useTexts()
  const sessions = useResource<OwnSession>('/sessions')
  const describe = useDevice()
  const others = sessions.query.data?.some(({ current }) => !current)
  const acts = others && (
    <Button onClick={() => void sessions.run(http.delete('/sessions'), t('settings.othersEnded'))}>
      {t('settings.endOthers')}
    </Button>
  )
  return (
    <Panel section="sessions" query={sessions.query} acts={acts}>
      <div className="scroll-x">
        <table className="grid-table">
          <thead>
            <tr>
              <th>{t('settings.device')}</th>
              <th>{t('settings.address')}</th>
              <th>{t('settings.since')}</th>
              <th>{t('settings.seen')}</th>
              <th aria-label={t('settings.end')} />
            </tr>
          </thead>
          <tbody>
            {sessions.query.data?.map((session) => (
              <tr key={session.id}>
                <td title={session.agent}>
                  {describe(session.agent)} {session.current && <Tag color="ok">{t('settings.thisOne')}</Tag>}
                </td>
                <td className="num">{session.address}</td>
                <td className="num ink3">{formatMoment(session.createdAt)}</td>
                <td className="num ink3">{formatMoment(session.seenAt)}</td>
                <td>
                  {!session.current && (
                    <Button
                      size="small"
                      onClick={() => void sessions.remove(session.id, t('settings.ended'))}
                    >
                      {t('settings.end')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}
