export const quickFilters = ['kind', 'outcome', 'owner', 'customer']

/** Told under an activity's title. */
export const facts = [
  'customer',
  'lead',
  'contact',
  'kind',
  'outcome',
  'pretext',
  'at',
  'minutes',
  'nextFollowUp',
  'owner',
]

/** What the list is called. */
export const many = { zh: '行动记录', en: 'Activities' }
