import {
  CarOutlined,
  FormOutlined,
  MailOutlined,
  MessageOutlined,
  PhoneOutlined,
  TeamOutlined,
  WechatOutlined,
} from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { http, type ActivityEntry } from '../http'
import { formatMoment, useTexts } from '../i18n'
import { keys, useFields, useRecord, useRefresh } from '../records'
import { showToast, toastProblem } from '../toast'
import { Tag } from '../ui'

const EditDrawer = lazy(() => import('./EditDrawer'))

const icons: Record<string, ReactNode> = {
  call: <PhoneOutlined />,
  visit: <CarOutlined />,
  wechat: <WechatOutlined />,
  email: <MailOutlined />,
  meeting: <TeamOutlined />,
  sms: <MessageOutlined />,
  chat: <MessageOutlined />,
}

function useAfter(entry: ActivityEntry) {
  const client = useQueryClient()
  const refresh = useRefresh()
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['timeline'] }),
      client.invalidateQueries({ queryKey: keys.record('customer', entry.customer?.id ?? '') }),
      refresh('activity', entry.id),
    ])
}

function Edit({ entry, close }: { entry: ActivityEntry; close: () => void }) {
  const catalogue = useFields('activity').data
  const row = useRecord('activity', entry.id).data
  const after = useAfter(entry)
  if (!catalogue || !row) return null
  return (
    <Suspense>
      <EditDrawer
        object="activity"
        catalogue={catalogue}
        row={row}
        close={() => {
          close()
          void after()
        }}
      />
    </Suspense>
  )
}

function Acts({ entry }: { entry: ActivityEntry }) {
  const { t } = useTexts()
  const [editing, setEditing] = useState(false)
  const after = useAfter(entry)
  const path = `/activities/${entry.id}`
  const restore = () => http.post(`${path}/restore`).then(after, toastProblem)
  const remove = () =>
    http
      .delete(path)
      .then(after)
      .then(
        () =>
          showToast({
            kind: 'done',
            text: t('record.deleted', { label: entry.title }),
            act: { label: t('common.undo'), run: () => void restore() },
          }),
        toastProblem,
      )
  return (
    <>
      {entry.can.includes('update') && (
        <button type="button" className="link entry-act" onClick={() => setEditing(true)}>
          {t('record.rewrite')}
        </button>
      )}
      {entry.can.includes('delete') && (
        <button type="button" className="link entry-act" onClick={() => void remove()}>
          {t('common.delete')}
        </button>
      )}
      {editing && <Edit entry={entry} close={() => setEditing(false)} />}
    </>
  )
}

/** A call, visit or message: by which means and with whom, what was said, how it went and when it goes on. */
export function ActivityLine({ entry }: { entry: ActivityEntry }) {
  const { t } = useTexts()
  const head = [
    entry.kind?.label,
    entry.contact?.label,
    entry.minutes ? t('activity.minutes', { n: entry.minutes }) : null,
  ]
  return (
    <li className="entry">
      <span className="entry-icon" aria-hidden>
        {icons[entry.kind?.id ?? ''] ?? <FormOutlined />}
      </span>
      <div className="grow">
        <div className="entry-head">
          <span className="entry-title">{head.filter(Boolean).join(' · ')}</span>
          <span className="grow" />
          <Acts entry={entry} />
          <span className="ink3">{entry.owner?.label}</span>
          <time className="ink3 num">{formatMoment(entry.at)}</time>
        </div>
        {entry.content && <p className="entry-text">{entry.content}</p>}
        {(entry.outcome || entry.nextFollowUp) && (
          <div className="entry-chips">
            {entry.outcome && <Tag color={entry.outcome.color ?? 'gray'}>{entry.outcome.label}</Tag>}
            {entry.nextFollowUp && (
              <span className="note num">{t('activity.nextOn', { day: entry.nextFollowUp.slice(5) })}</span>
            )}
          </div>
        )}
      </div>
    </li>
  )
}
