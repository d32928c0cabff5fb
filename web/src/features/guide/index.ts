import type { Feature } from '@/platform/feature'

export { guideFor } from './guideFor'

const title = { zh: '使用手册', en: 'Guide' }

export const guide: Feature = {
  key: 'guide',
  routes: [
    { path: '/guide', page: () => import('./GuidePage'), title },
    { path: '/guide/$page', page: () => import('./GuidePage'), title },
  ],
}
