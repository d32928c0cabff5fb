/** Fields that stand ready as filter chips over the list of leads. */
export const quickFilters = ['status', 'owner', 'source', 'inquirer', 'tags']

/** Told under a lead's name. */
export const facts = [
  'status',
  'nextFollowUp',
  'returnAt',
  'returnLocked',
  'lastTouchAt',
  'touches',
  'contactName',
  'phone',
  'source',
  'campaign',
  'inquirer',
  'owner',
  'changedAt',
]

/** What the list is called. */
export const many = { zh: '线索', en: 'Leads' }
