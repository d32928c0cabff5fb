import type { Feature } from '@/platform/feature'

export const jobs: Feature = {
  key: 'jobs',
  routes: [{ path: '/jobs', page: () => import('./JobsPage'), title: { zh: '我的任务', en: 'My jobs' } }],
}
