import type { Feature } from '@/platform/feature'

export const downloads: Feature = {
  key: 'downloads',
  routes: [
    { path: '/downloads', page: () => import('./DownloadsPage'), title: { zh: '下载中心', en: 'Downloads' } },
  ],
}
