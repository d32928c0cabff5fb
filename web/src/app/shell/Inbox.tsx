import { BellOutlined } from '@ant-design/icons'
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Popover } from 'antd'
import { useState } from 'react'
import { http, type Notification, type Page } from '@/platform/http'
import { formatMoment, useTexts } from '@/platform/i18n'
import { toastProblem } from '@/platform/toast'
import { Empty, RowSkeleton, Trouble } from '@/platform/ui'

function useInbox() {
  const client = useQueryClient()
  const list = useInfiniteQuery({
    queryKey: ['notifications', 'list'],
    queryFn: ({ pageParam }) => http.get<Page<Notification>>('/notifications', { after: pageParam }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next || undefined,
  })
  const read = (body: { ids: string[] } | { all: true }) =>
    http
      .post('/notifications/read', body)
      .then(() => client.invalidateQueries({ queryKey: ['notifications'] }))
      .catch(toastProblem)
  return { ...list, items: list.data?.pages.flatMap((page) => page.items) ?? [], read }
}

function Entry({ entry, open }: { entry: Notification; open: () => void }) {
  const inner = (
    <>
      <span className="row">
        <span className="grow clip">{entry.title}</span>
        <time className="note num">{formatMoment(entry.at)}</time>
      </span>
      {entry.text && <span className="note">{entry.text}</span>}
    </>
  )
  return (
    <li className={entry.read ? 'inbox-entry' : 'inbox-entry is-new'}>
      {entry.link ? (
        <Link to={entry.link} onClick={open}>
          {inner}
        </Link>
      ) : (
        <button type="button" className="plain" onClick={open}>
          {inner}
        </button>
      )}
    </li>
  )
}

function List({ close }: { close: () => void }) {
  const { t } = useTexts()
  const { items, isPending, error, refetch, hasNextPage, fetchNextPage, read } = useInbox()
  if (isPending) return <RowSkeleton rows={4} />
  if (error) {
    const title = t('common.notDone', { what: t('shell.inbox') })
    return <Trouble title={title} error={error} again={() => void refetch()} />
  }
  if (!items.length)
    return <Empty icon={<BellOutlined />} title={t('shell.inboxNone')} hint={t('shell.inboxNoneHint')} />
  const open = (entry: Notification) => {
    if (!entry.read) void read({ ids: [entry.id] })
    close()
  }
  return (
    <>
      <div className="inbox-head">
        <span className="section">{t('shell.inbox')}</span>
        <button type="button" className="link" onClick={() => void read({ all: true })}>
          {t('shell.readAll')}
        </button>
      </div>
      <ul>
        {items.map((entry) => (
          <Entry key={entry.id} entry={entry} open={() => open(entry)} />
        ))}
      </ul>
      {hasNextPage && (
        <button type="button" className="link inbox-more" onClick={() => void fetchNextPage()}>
          {t('common.more')}
        </button>
      )}
    </>
  )
}

export function Inbox() {
  const { t } = useTexts()
  const [open, setOpen] = useState(false)
  const { data } = useQuery({
    queryKey: ['notifications', 'count'],
    queryFn: () => http.get<{ unread: number }>('/notifications/count'),
    refetchInterval: 120_000,
  })
  const unread = data?.unread ?? 0
  const label = unread ? `${t('shell.inbox')}, ${t('shell.unread', { n: unread })}` : t('shell.inbox')
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      content={<div className="inbox">{open && <List close={() => setOpen(false)} />}</div>}
    >
      <button type="button" className="icon-button" aria-label={label}>
        <BellOutlined />
        {unread > 0 && <span className="badge num">{unread > 99 ? '99+' : unread}</span>}
      </button>
    </Popover>
  )
}
