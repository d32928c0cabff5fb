import { lazy, type ComponentType } from 'react'

export type SectionKey =
  | 'firm'
  | 'people'
  | 'departments'
  | 'roles'
  | 'dictionaries'
  | 'fields'
  | 'tags'
  | 'pools'
  | 'cadences'
  | 'calendar'
  | 'rates'
  | 'leads'
  | 'forms'
  | 'visits'
  | 'privacy'
  | 'access'
  | 'preferences'
  | 'sessions'
  | 'tokens'

export interface Section {
  key: SectionKey
  group: 'firm' | 'own'
  permission?: string
  Page: ComponentType
}

/** The settings in their order; who lacks the permission does not see the entry. */
export const sections: Section[] = [
  { key: 'firm', group: 'firm', permission: 'settings.manage', Page: lazy(() => import('./firm/FirmPage')) },
  {
    key: 'people',
    group: 'firm',
    permission: 'people.manage',
    Page: lazy(() => import('./people/PeoplePage')),
  },
  {
    key: 'departments',
    group: 'firm',
    permission: 'people.manage',
    Page: lazy(() => import('./people/DepartmentsPage')),
  },
  { key: 'roles', group: 'firm', permission: 'roles.manage', Page: lazy(() => import('./roles/RolesPage')) },
  {
    key: 'dictionaries',
    group: 'firm',
    permission: 'dictionary.manage',
    Page: lazy(() => import('./firm/DictionariesPage')),
  },
  {
    key: 'fields',
    group: 'firm',
    permission: 'field.manage',
    Page: lazy(() => import('./fields/FieldsPage')),
  },
  { key: 'tags', group: 'firm', permission: 'tag.manage', Page: lazy(() => import('./firm/TagsPage')) },
  { key: 'pools', group: 'firm', permission: 'pool.update', Page: lazy(() => import('./pools/PoolsPage')) },
  {
    key: 'leads',
    group: 'firm',
    permission: 'settings.manage',
    Page: lazy(() => import('./firm/LeadsPage')),
  },
  {
    key: 'forms',
    group: 'firm',
    permission: 'settings.manage',
    Page: lazy(() => import('./webForms/WebFormsPage')),
  },
  {
    key: 'visits',
    group: 'firm',
    permission: 'settings.manage',
    Page: lazy(() => import('./visits/VisitsPage')),
  },
  {
    key: 'cadences',
    group: 'firm',
    permission: 'settings.manage',
    Page: lazy(() => import('./cadences/CadencesPage')),
  },
  {
    key: 'calendar',
    group: 'firm',
    permission: 'settings.manage',
    Page: lazy(() => import('./calendar/CalendarPage')),
  },
  {
    key: 'rates',
    group: 'firm',
    permission: 'settings.manage',
    Page: lazy(() => import('./firm/RatesPage')),
  },
  {
    key: 'privacy',
    group: 'firm',
    permission: 'privacy.manage',
    Page: lazy(() => import('./firm/PrivacyPage')),
  },
  { key: 'access', group: 'firm', permission: 'audit.read', Page: lazy(() => import('./firm/AccessPage')) },
  { key: 'preferences', group: 'own', Page: lazy(() => import('./own/PreferencesPage')) },
  { key: 'sessions', group: 'own', Page: lazy(() => import('./own/SessionsPage')) },
  { key: 'tokens', group: 'own', Page: lazy(() => import('./own/TokensPage')) },
]
