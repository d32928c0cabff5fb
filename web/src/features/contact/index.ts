import { IdcardOutlined } from '@ant-design/icons'
import type { Feature } from '@/platform/feature'
import { text } from '@/platform/i18n'

const label = { zh: '联系人', en: 'Contacts' }

export const contact: Feature = {
  key: 'contact',
  menu: { path: '/contacts', label, icon: IdcardOutlined, permission: 'contact.read', letter: 'p' },
  create: { object: 'contact', label: { zh: '联系人', en: 'contact' }, permission: 'contact.create' },
  places: [
    {
      path: '/contacts/deleted',
      name: () => text('shell.binOf', { what: text('contact.one') }),
      permission: 'contact.delete',
    },
  ],
  routes: [
    { path: '/contacts', page: () => import('./ContactsPage'), title: label },
    { path: '/contacts/deleted', page: () => import('./DeletedPage'), title: label },
    { path: '/contacts/$id', page: () => import('./ContactPage'), title: label },
  ],
}

export { newest, useConsentTexts, type ConsentText } from './useConsents'
export { Before, BeforePrimary } from './Before'
