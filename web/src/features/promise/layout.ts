export const quickFilters = ['status', 'owner', 'dueOn', 'source', 'customer', 'countsFor']

/** Told under what was promised. */
export const facts = [
  'status',
  'dueOn',
  'dueTime',
  'owner',
  'customer',
  'contact',
  'lead',
  'brokenAt',
  'keptAt',
  'proof',
  'apologyDueAt',
]

/** What the list is called. */
export const many = { zh: '承诺', en: 'Promises' }

/** The columns that a list of promises begins with. */
export const columns = [
  'subject',
  'dueOn',
  'dueTime',
  'owner',
  'customer',
  'contact',
  'lead',
  'status',
  'moves',
  'source',
]
