import { CheckSquareOutlined } from '@ant-design/icons'
import type { Feature } from '@/platform/feature'
import { DayBadge } from './DayBadge'

const label = { zh: '今日', en: 'Today' }

export const today: Feature = {
  key: 'today',
  menu: { path: '/', label, icon: CheckSquareOutlined, badge: DayBadge, letter: 't' },
  routes: [{ path: '/', page: () => import('./TodayPage'), title: label }],
}
