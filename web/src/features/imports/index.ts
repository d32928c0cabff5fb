import type { Feature } from '@/platform/feature'

export const imports: Feature = {
  key: 'imports',
  routes: [
    { path: '/import', page: () => import('./ImportPage'), title: { zh: '导入', en: 'Import' } },
    { path: '/imports', page: () => import('./HistoryPage'), title: { zh: '导入历史', en: 'Imports' } },
  ],
}
