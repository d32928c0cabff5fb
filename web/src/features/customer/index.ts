import { TeamOutlined } from '@ant-design/icons'
import type { Feature } from '@/platform/feature'
import { text } from '@/platform/i18n'

const label = { zh: '客户', en: 'Customers' }

export const customer: Feature = {
  key: 'customer',
  menu: { path: '/customers', label, icon: TeamOutlined, permission: 'customer.read', letter: 'c' },
  create: {
    object: 'customer',
    label: { zh: '客户', en: 'customer' },
    permission: 'customer.create',
    first: true,
  },
  places: [
    {
      path: '/customers/duplicates',
      name: () => text('customer.duplicates'),
      permission: 'customer.create',
    },
    {
      path: '/customers/pairs',
      name: () => text('pairs.title'),
      permission: 'customer.merge',
    },
    { path: '/customers/matrix', name: () => text('matrix.title'), permission: 'customer.read' },
    { path: '/customers/cleanup', name: () => text('customer.cleanup'), permission: 'customer.read' },
    {
      path: '/customers/deleted',
      name: () => text('shell.binOf', { what: text('customer.one') }),
      permission: 'customer.delete',
    },
  ],
  routes: [
    { path: '/customers', page: () => import('./CustomersPage'), title: label },
    { path: '/customers/deleted', page: () => import('./DeletedPage'), title: label },
    { path: '/customers/duplicates', page: () => import('./DuplicatesPage'), title: label },
    { path: '/customers/pairs', page: () => import('./PairsPage'), title: label },
    { path: '/customers/matrix', page: () => import('./MatrixPage'), title: label },
    { path: '/customers/cleanup', page: () => import('./CleanupPage'), title: label },
    { path: '/customers/$id', page: () => import('./CustomerPage'), title: label },
  ],
}

export { CleanupList } from './CleanupList'
export { useCleanup } from './useCleanup'
