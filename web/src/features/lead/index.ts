import { AimOutlined } from '@ant-design/icons'
import type { Feature } from '@/platform/feature'
import { text } from '@/platform/i18n'

const label = { zh: '线索', en: 'Leads' }

export const lead: Feature = {
  key: 'lead',
  menu: { path: '/leads', label, icon: AimOutlined, permission: 'lead.read', letter: 'l' },
  create: { object: 'lead', label: { zh: '线索', en: 'lead' }, permission: 'lead.create' },
  places: [
    {
      path: '/leads/deleted',
      name: () => text('shell.binOf', { what: text('lead.one') }),
      permission: 'lead.delete',
    },
  ],
  routes: [
    { path: '/leads', page: () => import('./LeadsPage'), title: label },
    { path: '/leads/deleted', page: () => import('./DeletedPage'), title: label },
    { path: '/leads/$id', page: () => import('./LeadPage'), title: label },
  ],
}
