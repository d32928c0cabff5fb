import { SettingOutlined } from '@ant-design/icons'
import type { Feature } from '@/platform/feature'
import { text } from '@/platform/i18n'
import { sections } from './sections'

const label = { zh: '设置', en: 'Settings' }

export const settings: Feature = {
  key: 'settings',
  menu: { path: '/settings', label, icon: SettingOutlined, letter: 's' },
  places: sections.map(({ key, permission }) => ({
    path: `/settings/${key}`,
    name: () => `${text('shell.settings')} · ${text(`settings.sections.${key}`)}`,
    ...(permission && { permission }),
  })),
  routes: [
    { path: '/settings', page: () => import('./SettingsPage'), title: label },
    { path: '/settings/$section', page: () => import('./SettingsPage'), title: label },
  ],
}
