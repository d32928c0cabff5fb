import type { Feature, Place } from '@/platform/feature'
import { text } from '@/platform/i18n'

const into = (object: 'lead' | 'customer' | 'contact'): Place => ({
  path: '/import',
  search: { object },
  name: () => text('imports.title', { what: text(`${object}.one`) }),
  permission: `${object}.import`,
})

export const imports: Feature = {
  key: 'imports',
  under: ({ object }) => (object === 'contact' ? '/contacts' : object === 'lead' ? '/leads' : '/customers'),
  places: [
    into('lead'),
    into('customer'),
    into('contact'),
    { path: '/imports', name: () => text('list.imports'), permission: 'customer.import' },
  ],
  routes: [
    { path: '/import', page: () => import('./ImportPage'), title: { zh: '导入', en: 'Import' } },
    { path: '/imports', page: () => import('./HistoryPage'), title: { zh: '导入历史', en: 'Imports' } },
  ],
}
