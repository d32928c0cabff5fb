import { FormOutlined } from '@ant-design/icons'
import type { Feature } from '@/platform/feature'
import { text } from '@/platform/i18n'

const label = { zh: '行动记录', en: 'Activities' }

export const activity: Feature = {
  key: 'activity',
  menu: { path: '/activities', label, icon: FormOutlined, permission: 'activity.read', letter: 'a' },
  create: { object: 'activity', label: { zh: '行动记录', en: 'activity' }, permission: 'activity.create' },
  places: [
    {
      path: '/activities/deleted',
      name: () => text('shell.binOf', { what: text('activity.one') }),
      permission: 'activity.delete',
    },
  ],
  routes: [
    { path: '/activities', page: () => import('./ActivitiesPage'), title: label },
    { path: '/activities/deleted', page: () => import('./DeletedPage'), title: label },
    { path: '/activities/$id', page: () => import('./ActivityPage'), title: label },
  ],
}

export { HowFarOf } from './HowFar'
export { Log, LogBox } from './LogBox'
export { rhythmKey } from './pursuit'
