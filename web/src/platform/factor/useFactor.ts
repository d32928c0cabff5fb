import { useQuery } from '@tanstack/react-query'
import { http } from '../http'

export interface Factor {
  since: string | null
  recoveryCodes: number
  /** A role wants it. */
  wanted: boolean
}

export const factorKey = ['factor'] as const

/** One's own second factor. */
export const useFactor = () =>
  useQuery({
    queryKey: factorKey,
    queryFn: ({ signal }) => http.get<Factor>('/session/factor', undefined, signal),
  })
