import { CloudDownloadOutlined } from '@ant-design/icons'
import type { Feature } from '@/platform/feature'

const label = { zh: '公海', en: 'Pools' }

export const pool: Feature = {
  key: 'pool',
  menu: {
    path: '/pool',
    label,
    icon: CloudDownloadOutlined,
    permission: ['customer.claim', 'lead.claim'],
    letter: 'o',
  },
  routes: [{ path: '/pool', page: () => import('./PoolPage'), title: label }],
}

export { isPooled, pooled, useWords, type Pooled } from './pooled'
export { useMine } from './pools'
export { usePoolActs } from './usePoolActs'
