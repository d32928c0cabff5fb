export const quickFilters = ['status', 'owner', 'plannedOn', 'manner', 'customer']

/** Told under what the visit is for. */
export const facts = [
  'status',
  'plannedOn',
  'fromTime',
  'toTime',
  'customer',
  'contact',
  'manner',
  'owner',
  'checkedInAt',
  'lateBy',
  'checkedOutAt',
]

/** What the list is called. */
export const many = { zh: '拜访', en: 'Visits' }

/** The columns that a list of visits begins with. */
export const columns = [
  'goal',
  'plannedOn',
  'fromTime',
  'customer',
  'contact',
  'owner',
  'manner',
  'status',
  'checkedInAt',
  'lateBy',
]
