/** Fields that stand ready as filter chips over the list of customers. */
export const quickFilters = ['owner', 'importance', 'industry', 'region', 'tags']

/** Told under a customer's name. */
export const facts = [
  'owner',
  'nextFollowUp',
  'returnAt',
  'returnLocked',
  'lastTouchAt',
  'touches',
  'importance',
  'relation',
  'region',
  'industry',
  'phone',
  'completeness',
  'changedAt',
]

/** What the server counts into completeness; a missing one is named on the page. */
export const weighed = [
  'shortName',
  'creditCode',
  'industry',
  'region',
  'address',
  'website',
  'phone',
  'relation',
  'importance',
  'source',
  'owner',
]

/** What the list is called. */
export const many = { zh: '客户', en: 'Customers' }
