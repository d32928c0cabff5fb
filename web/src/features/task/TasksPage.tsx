import { CarryOutOutlined, CheckOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { create } from '@/platform/form/creating'
import { useTexts } from '@/platform/i18n'
import { ListActs } from '@/platform/list/ListActs'
import { RecordListPage } from '@/platform/list/RecordListPage'
import { useCan } from '@/platform/session'
import { Empty } from '@/platform/ui'
import { columns, many, quickFilters } from './layout'
import { isOpen, isOverdue } from './tasks'
import { Tick } from './Tick'
import './task.css'

const MINE = 'status==open;owner==@me'

function NoTasks() {
  const { t } = useTexts()
  const may = useCan()('task.create')
  return (
    <Empty
      icon={<CarryOutOutlined />}
      title={t('task.none')}
      hint={t(may ? 'task.noneHint' : 'task.noneRead')}
    >
      {may && (
        <Button type="primary" size="small" onClick={() => create({ object: 'task' })}>
          {t('task.first')}
        </Button>
      )}
    </Empty>
  )
}

function useTaskViews() {
  const { t } = useTexts()
  const view = (id: string, filter: string, sort: string) => ({
    id,
    name: t(`task.views.${id as 'mineOpen'}`),
    filter,
    sort,
    columns,
  })
  return [
    view('mineOpen', MINE, 'dueAt'),
    view('overdue', `${MINE};dueAt=lt=@now`, 'dueAt'),
    view('today', `${MINE};dueOn==@today`, 'dueAt'),
    view('given', 'status==open;assignedBy==@me', 'dueAt'),
    view('finished', 'status==done;owner==@me', '-doneAt'),
  ]
}

export default function TasksPage() {
  const { t } = useTexts()
  const views = useTaskViews()
  const places = [
    { to: '/tasks/deleted', label: t('list.bin'), permission: 'task.delete' },
    { to: '/imports', label: t('list.imports'), permission: 'task.import' },
    { to: '/downloads', label: t('list.downloads') },
  ]
  return (
    <RecordListPage
      object="task"
      many={many}
      quick={quickFilters}
      counted={(n) => t('task.counted', { n })}
      acts={<ListActs object="task" what={t('task.one')} places={places} />}
      empty={<NoTasks />}
      views={views}
      before={(row) => <Tick row={row} />}
      toneOf={(row) => (isOverdue(row) ? 'is-overdue' : isOpen(row) ? '' : 'is-closed')}
      bulk={{ action: 'finish', right: 'update', label: t('task.finish'), icon: <CheckOutlined /> }}
    />
  )
}
