/** Fields that stand ready as filter chips over the list of customers. */
export const quickFilters = ['owner', 'level', 'industry', 'region', 'tags']
