import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { http, type Ref, type Row } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { apiPath, asRef, pageOf } from '@/platform/records'
import { useCan } from '@/platform/session'
import { RowSkeleton, Trouble } from '@/platform/ui'
import { QuickTask, type About } from './QuickTask'
import { blockKey, dueText, isOpen, isOverdue } from './tasks'
import { Tick } from './Tick'
import './task.css'

interface Found {
  open: Row[]
  closed: Row[]
}

function Line({ task }: { task: Row }) {
  const { locale } = useTexts()
  const owner = asRef((task.owner ?? null) as Ref | null)
  const tone = isOverdue(task) ? 'is-overdue' : isOpen(task) ? '' : 'is-closed'
  return (
    <li className={`task-line ${tone}`}>
      <Tick row={task} />
      <span className="grow">
        <Link className="task-subject" to={pageOf('task', task.id)!}>
          {String(task.subject ?? '')}
        </Link>
        <span className="note">
          <span className="task-due num">{dueText(task, locale)}</span> {owner?.label}
        </span>
      </span>
    </li>
  )
}

function Closed({ tasks }: { tasks: Row[] }) {
  const { t } = useTexts()
  const [shown, setShown] = useState(false)
  if (!tasks.length) return null
  return (
    <>
      <button type="button" className="link" aria-expanded={shown} onClick={() => setShown(!shown)}>
        {t(shown ? 'task.hideClosed' : 'task.showClosed', { n: tasks.length })}
      </button>
      {shown && (
        <ul>
          {tasks.map((task) => (
            <Line key={task.id} task={task} />
          ))}
        </ul>
      )}
    </>
  )
}

interface Props {
  object: 'customer' | 'contact' | 'lead'
  id: string
  about: About
  /** Takes no new ones, such as a lead that became a customer. */
  closed?: boolean
}

function Tasks({ object, id, about, closed }: Props) {
  const { t } = useTexts()
  const may = useCan()('task.create') && !closed
  const [adding, setAdding] = useState(false)
  const { data, error, isPending, refetch } = useQuery({
    queryKey: [...blockKey, object, id],
    queryFn: ({ signal }) => http.get<Found>(`${apiPath(object)}/${id}/tasks`, undefined, signal),
  })
  return (
    <section className="task-block">
      <h2 className="section row">
        <span className="grow">
          {t('task.one')} <span className="ink3 num">{data?.open.length || ''}</span>
        </span>
        {may && !adding && (
          <Button size="small" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            {t('task.add')}
          </Button>
        )}
      </h2>
      {adding && <QuickTask about={about} close={() => setAdding(false)} />}
      {isPending && <RowSkeleton rows={2} />}
      {error && (
        <Trouble
          title={t('common.notDone', { what: t('task.one') })}
          error={error}
          again={() => void refetch()}
        />
      )}
      {data && !data.open.length && !adding && (
        <p className="note">{t(may ? 'task.nothing' : 'task.nothingRead')}</p>
      )}
      {!!data?.open.length && (
        <ul>
          {data.open.map((task) => (
            <Line key={task.id} task={task} />
          ))}
        </ul>
      )}
      {data && <Closed tasks={data.closed} />}
    </section>
  )
}

/** What is to be done about a record, for those who may see tasks; finished ones are folded away. */
export function TaskBlock(props: Props) {
  return useCan()('task.read') ? <Tasks {...props} /> : null
}
