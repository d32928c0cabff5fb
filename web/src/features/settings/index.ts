import { SettingOutlined } from '@ant-design/icons'
import type { Feature } from '@/platform/feature'

const label = { zh: '设置', en: 'Settings' }

export const settings: Feature = {
  key: 'settings',
  menu: { path: '/settings', label, icon: SettingOutlined, letter: 's' },
  routes: [
    { path: '/settings', page: () => import('./SettingsPage'), title: label },
    { path: '/settings/$section', page: () => import('./SettingsPage'), title: label },
  ],
}
