export const quickFilters = ['customer', 'owner', 'tags']

/** Told under a contact's name. */
export const facts = ['customer', 'jobTitle', 'phone', 'email', 'owner', 'changedAt']
