import { EditOutlined, MessageOutlined, PaperClipOutlined, PushpinFilled } from '@ant-design/icons'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from 'antd'
import { address, http, type ActivityEntry, type TimelineEntry, type TimelinePage } from '../http'
import { dayOf, formatMoment, formatMonth, formatSize, useTexts } from '../i18n'
import { apiPath } from '../records'
import { mayMerge, undoable } from '../merge/mayMerge'
import { useUnmerge } from '../merge/useUnmerge'
import { useCan, useSession } from '../session'
import { showToast, toastProblem } from '../toast'
import { ask, Empty, RowSkeleton, Tag, Trouble } from '../ui'
import { ActivityLine } from './ActivityLine'
import { Changes } from './Changes'
import { MentionText } from './MentionText'

const icons = { comment: <MessageOutlined />, change: <EditOutlined />, file: <PaperClipOutlined /> }

interface Props {
  object: string
  id: string
  limit?: number
  chips?: boolean
}

function useTimeline(object: string, id: string, types: string) {
  return useInfiniteQuery({
    queryKey: ['timeline', object, id, types],
    queryFn: ({ pageParam, signal }) =>
      http.get<TimelinePage>(`${apiPath(object)}/${id}/timeline`, { types, after: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next || undefined,
  })
}

function Body({ entry }: { entry: TimelineEntry }) {
  if (entry.type === 'comment')
    return (
      <p className="entry-text">
        <MentionText text={entry.text ?? ''} />
      </p>
    )
  if (entry.type === 'change') return <Changes changes={entry.changes ?? []} kind={entry.kind} />
  return (
    <p className="entry-text">
      <a href={address(`/files/${entry.id}`)} download>
        {entry.name}
      </a>{' '}
      <span className="ink3 num">{formatSize(entry.size ?? 0)}</span>
    </p>
  )
}

/** What can be done with a comment: whoever may write one may pin it, its writer may delete it. */
function CommentActs({ object, id, entry }: Omit<EntryProps, 'stands'>) {
  const { t } = useTexts()
  const client = useQueryClient()
  const { person } = useSession()
  const path = `${apiPath(object)}/${id}/comments/${entry.id}`
  const fresh = () => client.invalidateQueries({ queryKey: ['timeline', object, id] })
  const remove = () =>
    http
      .delete(path)
      .then(fresh)
      .then(() => showToast({ kind: 'done', text: t('record.commentGone'), stays: 3000 }), toastProblem)
  const pin = () =>
    (entry.pinned ? http.delete(`${path}/pin`) : http.put(`${path}/pin`, undefined)).then(fresh, toastProblem)
  return (
    <>
      <button type="button" className="link entry-act" onClick={() => void pin()}>
        {t(entry.pinned ? 'record.unpin' : 'record.pin')}
      </button>
      {entry.by?.id === person.id && (
        <button type="button" className="link entry-act" onClick={() => void remove()}>
          {t('common.delete')}
        </button>
      )}
    </>
  )
}

interface EntryProps {
  object: string
  id: string
  entry: TimelineEntry
  /** A merge that stands. */
  stands: boolean
}

function Entry({ object, id, entry, stands }: EntryProps) {
  const { t } = useTexts()
  const can = useCan()
  const unmerge = useUnmerge(object)
  const undo = async (merge: string) => {
    const words = { title: t('merge.undoAsk'), text: t('merge.undoText'), yes: t('merge.undo') }
    if (await ask({ ...words, no: t('common.keep') })) await unmerge(merge, id)
  }
  const title =
    entry.type === 'comment'
      ? t('record.commented')
      : entry.type === 'file'
        ? t('record.uploaded')
        : t(`record.kinds.${(entry.kind ?? 'changed') as 'changed'}`)
  return (
    <li className="entry">
      <span className="entry-icon" aria-hidden>
        {entry.pinned ? <PushpinFilled /> : icons[entry.type]}
      </span>
      <div className="grow">
        <div className="entry-head">
          <span className="entry-title">{title}</span>
          {entry.pinned && <Tag color="blue">{t('record.pinned')}</Tag>}
          <span className="grow" />
          {stands && entry.job && undoable(entry.at) && mayMerge(can, object) && (
            <button type="button" className="link" onClick={() => void undo(entry.job!)}>
              {t('merge.undo')}
            </button>
          )}
          {entry.type === 'comment' && <CommentActs object={object} id={id} entry={entry} />}
          <span className="ink3">{entry.by?.label}</span>
          <time className="ink3 num">{formatMoment(entry.at)}</time>
        </div>
        <Body entry={entry} />
      </div>
    </li>
  )
}

/** Entries under the month they happened in. */
function byMonth(entries: (TimelineEntry | ActivityEntry)[]) {
  const months = new Map<string, (TimelineEntry | ActivityEntry)[]>()
  for (const entry of entries) {
    const month = dayOf(entry.at).slice(0, 7)
    months.set(month, [...(months.get(month) ?? []), entry])
  }
  return [...months]
}

const types = ['comment', 'change', 'file'] as const

/** Activities are done with customers and their people. */
const typesOf = (object: string): readonly string[] =>
  object === 'customer' || object === 'contact' ? ['activity', ...types] : types

interface ChipProps {
  types: readonly string[]
  type: string
  choose: (type: string) => void
}

function TypeChips({ types, type, choose }: ChipProps) {
  const { t } = useTexts()
  return (
    <div className="chips">
      {['', ...types].map((one) => (
        <button
          key={one}
          type="button"
          className={one === type ? 'chip is-on' : 'chip'}
          aria-pressed={one === type}
          onClick={() => choose(one)}
        >
          {one ? t(`record.types.${one as 'comment'}`) : t('record.all')}
        </button>
      ))}
    </div>
  )
}

/** Everything that happened with a record, newest first. */
export function Timeline({ object, id, limit, chips = true }: Props) {
  const { t, locale } = useTexts()
  const [type, setType] = useState('')
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useTimeline(
    object,
    id,
    type || typesOf(object).join(','),
  )
  const pinned = data?.pages[0]?.pinned ?? []
  const above = new Set(pinned.map((entry) => entry.id))
  const entries = (data?.pages.flatMap((page) => page.items) ?? [])
    .filter((entry) => !above.has(entry.id))
    .slice(0, limit)
  const changes = entries.filter((entry) => entry.type !== 'activity')
  const undone = new Set(changes.filter(({ kind }) => kind === 'unmerged').map(({ job }) => job))
  return (
    <div className="timeline">
      {chips && <TypeChips types={typesOf(object)} type={type} choose={setType} />}
      {isPending && <RowSkeleton rows={4} />}
      {error && (
        <Trouble
          title={t('common.notDone', { what: t('record.timeline') })}
          error={error}
          again={() => void refetch()}
        />
      )}
      {pinned.length > 0 && (
        <ul className="pinned" aria-label={t('record.pinned')}>
          {pinned.map((entry) => (
            <Entry key={entry.id} object={object} id={id} entry={entry} stands={false} />
          ))}
        </ul>
      )}
      {data && !entries.length && !pinned.length && (
        <Empty icon={<MessageOutlined />} title={t('record.nothingYet')} hint={t('record.nothingYetHint')} />
      )}
      {byMonth(entries).map(([month, inMonth]) => (
        <section key={month}>
          {chips && <h3 className="month num">{formatMonth(month, locale)}</h3>}
          <ul>
            {inMonth.map((entry) =>
              entry.type === 'activity' ? (
                <ActivityLine key={entry.id} entry={entry} />
              ) : (
                <Entry
                  key={entry.type + entry.id}
                  object={object}
                  id={id}
                  entry={entry}
                  stands={entry.kind === 'merged' && !undone.has(entry.job)}
                />
              ),
            )}
          </ul>
        </section>
      ))}
      {!limit && hasNextPage && (
        <Button block size="small" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('common.more')}
        </Button>
      )}
    </div>
  )
}
