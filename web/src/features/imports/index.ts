import type { Feature, Place } from '@/platform/feature'
import { text } from '@/platform/i18n'
import { objects, type ObjectKey } from '@/platform/records'

const into = (
  object: 'lead' | 'customer' | 'contact' | 'activity' | 'task' | 'visit' | 'promise',
): Place => ({
  path: '/import',
  search: { object },
  name: () => text('imports.title', { what: text(`${object}.one`) }),
  permission: `${object}.import`,
})

export const imports: Feature = {
  key: 'imports',
  under: ({ object }) => objects[object as ObjectKey]?.page ?? '/customers',
  places: [
    into('lead'),
    into('customer'),
    into('contact'),
    into('activity'),
    into('task'),
    into('visit'),
    into('promise'),
    { path: '/imports', name: () => text('list.imports'), permission: 'customer.import' },
  ],
  routes: [
    { path: '/import', page: () => import('./ImportPage'), title: { zh: '导入', en: 'Import' } },
    { path: '/imports', page: () => import('./HistoryPage'), title: { zh: '导入历史', en: 'Imports' } },
  ],
}
