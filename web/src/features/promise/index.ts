import { SafetyCertificateOutlined } from '@ant-design/icons'
import type { Feature } from '@/platform/feature'
import { text } from '@/platform/i18n'

const label = { zh: '承诺', en: 'Promises' }
const score = { zh: '兑现率', en: 'Promises kept' }

export const promise: Feature = {
  key: 'promise',
  menu: {
    path: '/promises',
    label,
    icon: SafetyCertificateOutlined,
    permission: 'promise.read',
    letter: 'r',
  },
  create: { object: 'promise', label: { zh: '承诺', en: 'promise' }, permission: 'promise.create' },
  places: [
    { path: '/promises/score', name: () => text('promise.score.title'), permission: 'promise.read' },
    {
      path: '/promises/deleted',
      name: () => text('shell.binOf', { what: text('promise.one') }),
      permission: 'promise.delete',
    },
  ],
  routes: [
    { path: '/promises', page: () => import('./PromisesPage'), title: label },
    { path: '/promises/score', page: () => import('./ScorePage'), title: score },
    { path: '/promises/deleted', page: () => import('./DeletedPage'), title: label },
    { path: '/promises/$id', page: () => import('./PromisePage'), title: label },
  ],
}

export { LastPromise } from './LastPromise'
export { PromiseBlock } from './PromiseBlock'
