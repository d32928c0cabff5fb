import type { Feature } from '@/platform/feature'
import { text } from '@/platform/i18n'

export const downloads: Feature = {
  key: 'downloads',
  under: () => '/customers',
  places: [{ path: '/downloads', name: () => text('list.downloads') }],
  routes: [
    { path: '/downloads', page: () => import('./DownloadsPage'), title: { zh: '下载中心', en: 'Downloads' } },
  ],
}
