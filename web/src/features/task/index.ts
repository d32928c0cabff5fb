import { CarryOutOutlined } from '@ant-design/icons'
import type { Feature } from '@/platform/feature'
import { text } from '@/platform/i18n'

const label = { zh: '任务', en: 'Tasks' }

export const task: Feature = {
  key: 'task',
  menu: { path: '/tasks', label, icon: CarryOutOutlined, permission: 'task.read', letter: 'k' },
  create: { object: 'task', label: { zh: '任务', en: 'task' }, permission: 'task.create' },
  places: [
    {
      path: '/tasks/deleted',
      name: () => text('shell.binOf', { what: text('task.one') }),
      permission: 'task.delete',
    },
  ],
  routes: [
    { path: '/tasks', page: () => import('./TasksPage'), title: label },
    { path: '/tasks/deleted', page: () => import('./DeletedPage'), title: label },
    { path: '/tasks/$id', page: () => import('./TaskPage'), title: label },
  ],
}

export { TaskBlock } from './TaskBlock'
