import type { Feature } from '@/platform/feature'
import { text } from '@/platform/i18n'

export const jobs: Feature = {
  key: 'jobs',
  places: [{ path: '/jobs', name: () => text('shell.jobs') }],
  routes: [{ path: '/jobs', page: () => import('./JobsPage'), title: { zh: '后台任务', en: 'My jobs' } }],
}
