export const quickFilters = ['customer', 'owner', 'tags']
