import { EnvironmentOutlined } from '@ant-design/icons'
import type { Feature } from '@/platform/feature'
import { text } from '@/platform/i18n'
import { sendVisits } from './sending'

// Called, not only imported: what is only imported the build leaves out.
sendVisits()

const label = { zh: '拜访', en: 'Visits' }
const answers = { zh: '拜访答卷', en: 'Answers of visits' }

export const visit: Feature = {
  key: 'visit',
  menu: { path: '/visits', label, icon: EnvironmentOutlined, permission: 'visit.read', letter: 'v' },
  create: { object: 'visit', label: { zh: '拜访', en: 'visit' }, permission: 'visit.create' },
  places: [
    {
      path: '/visits/deleted',
      name: () => text('shell.binOf', { what: text('visit.one') }),
      permission: 'visit.delete',
    },
    { path: '/visits/answers', name: () => text('visit.answers'), permission: 'visit.read' },
  ],
  routes: [
    { path: '/visits', page: () => import('./VisitsPage'), title: label },
    { path: '/visits/deleted', page: () => import('./DeletedPage'), title: label },
    { path: '/visits/answers', page: () => import('./AnswersPage'), title: answers },
    { path: '/visits/$id', page: () => import('./VisitPage'), title: label },
    { path: '/visits/$id/there', page: () => import('./TherePage'), title: label },
  ],
}

export { VisitBlock } from './VisitBlock'
