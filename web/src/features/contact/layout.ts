export const quickFilters = ['customer', 'owner', 'tags']

/** Told under a contact's name. */
export const facts = ['customer', 'jobTitle', 'phone', 'email', 'owner', 'changedAt']

/** What the list is called. */
export const many = { zh: '联系人', en: 'Contacts' }
