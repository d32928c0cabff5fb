import type { Feature } from '@/platform/feature'
import { text } from '@/platform/i18n'

export { guideFor } from './guideFor'

const title = { zh: '使用手册', en: 'Guide' }

export const guide: Feature = {
  key: 'guide',
  places: [{ path: '/guide', name: () => text('shell.guide') }],
  routes: [
    { path: '/guide', page: () => import('./GuidePage'), title },
    { path: '/guide/$page', page: () => import('./GuidePage'), title },
  ],
}
