export const quickFilters = ['status', 'owner', 'dueOn', 'kind', 'priority', 'customer']

/** Told under what is to be done. */
export const facts = [
  'status',
  'dueOn',
  'dueTime',
  'priority',
  'owner',
  'customer',
  'contact',
  'lead',
  'doneAt',
]

/** What the list is called. */
export const many = { zh: '任务', en: 'Tasks' }

/** The columns that a list of tasks begins with. */
export const columns = [
  'subject',
  'dueOn',
  'dueTime',
  'owner',
  'customer',
  'lead',
  'kind',
  'priority',
  'status',
]
