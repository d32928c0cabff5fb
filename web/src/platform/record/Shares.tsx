import { CloseOutlined, PlusOutlined, TeamOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { Row } from '../http'
import { formatDay, useTexts } from '../i18n'
import { objects, useRefresh, type ObjectKey } from '../records'
import { useSession } from '../session'
import { showToast, toastProblem } from '../toast'
import { Person, Trouble } from '../ui'
import { useShares, type Share } from './shares'

const ShareDialog = lazy(() => import('./ShareDialog'))

interface LineProps {
  share: Share
  mine: boolean
  may: boolean
  change: () => void
  end: () => void
  leave: () => void
}

function Line({ share, mine, may, change, end, leave }: LineProps) {
  const { t, locale } = useTexts()
  const { with: grantee, level, until } = share
  const how = t(`share.levels.${level}`)
  return (
    <li className="share-line">
      {grantee.object === 'person' ? (
        <Person name={grantee.label} />
      ) : (
        <span className="person">
          <TeamOutlined aria-hidden className="ink3" /> <span className="clip">{grantee.label}</span>
        </span>
      )}
      {may ? (
        <button
          type="button"
          className="link"
          aria-label={t('share.change', { name: grantee.label })}
          onClick={change}
        >
          {how}
        </button>
      ) : (
        <span className="note">{how}</span>
      )}
      {until && <span className="note num">{t('share.untilDay', { day: formatDay(until, locale) })}</span>}
      <span className="grow" />
      {may && (
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={t('share.end', { name: grantee.label })}
          onClick={end}
        />
      )}
      {!may && mine && (
        <button type="button" className="link" onClick={leave}>
          {t('share.leave')}
        </button>
      )}
    </li>
  )
}

/** With whom a record is shared beyond those whose it is. */
export function Shares({ object, row, label }: { object: ObjectKey; row: Row; label: string }) {
  const { t } = useTexts()
  const { person } = useSession()
  const navigate = useNavigate()
  const refresh = useRefresh()
  const { query, put, end, leave } = useShares(object, row.id)
  const [open, setOpen] = useState<Share | 'new' | null>(null)
  const may = !!row.can?.includes('share')
  const shares = query.data?.items ?? []
  if (!may && !shares.length) return null
  const goAway = (share: Share) =>
    leave(share).then(() => {
      showToast({ kind: 'done', text: t('share.left') })
      void navigate({ to: objects[object].page ?? '/' })
      void refresh(object)
    }, toastProblem)
  return (
    <section>
      <h2 className="section row">
        <span className="grow">{t('share.title')}</span>
        {may && (
          <Button size="small" icon={<PlusOutlined />} onClick={() => setOpen('new')}>
            {t('share.add')}
          </Button>
        )}
      </h2>
      {query.error && (
        <Trouble
          title={t('common.notDone', { what: t('share.title') })}
          error={query.error}
          again={() => void query.refetch()}
        />
      )}
      {query.data && !shares.length && <p className="note">{t('share.none')}</p>}
      <ul>
        {shares.map((share) => (
          <Line
            key={share.with.id}
            share={share}
            mine={share.with.id === person.id}
            may={may}
            change={() => setOpen(share)}
            end={() => void end(share)}
            leave={() => void goAway(share)}
          />
        ))}
      </ul>
      <Suspense>
        {open && (
          <ShareDialog
            label={label}
            share={open === 'new' ? null : open}
            put={put}
            close={() => setOpen(null)}
          />
        )}
      </Suspense>
    </section>
  )
}
