import { useQuery } from '@tanstack/react-query'
import { http } from '@/platform/http'

export interface Check {
  check: string
  label: string
  count: number
  filter: string
}

/** Counts of customers that lack something, each with the filter that lists them. */
export const useCleanup = (enabled = true) =>
  useQuery({
    queryKey: ['list', 'customer', 'cleanup'],
    queryFn: ({ signal }) => http.get<{ items: Check[] }>('/customers/cleanup', undefined, signal),
    select: (page) => page.items.filter(({ count }) => count > 0),
    enabled,
  })
