/** Where records of an object live: in the API, and in the address bar if they have a page. */
export const objects = {
  lead: { path: 'leads', page: '/leads' },
  customer: { path: 'customers', page: '/customers' },
  contact: { path: 'contacts', page: '/contacts' },
  activity: { path: 'activities', page: '/activities' },
  task: { path: 'tasks', page: '/tasks' },
  visit: { path: 'visits', page: '/visits' },
  promise: { path: 'promises', page: '/promises' },
  person: { path: 'people', page: null },
  department: { path: 'departments', page: null },
  pool: { path: 'pools', page: null },
} as const

export type ObjectKey = keyof typeof objects

export const apiPath = (object: string) => `/${objects[object as ObjectKey]?.path ?? `${object}s`}`

export const pageOf = (object: string, id: string) => {
  const page = objects[object as ObjectKey]?.page
  return page ? `${page}/${id}` : null
}
