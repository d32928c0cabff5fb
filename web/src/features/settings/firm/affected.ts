import { useInfiniteQuery } from '@tanstack/react-query'
import { http, type Job, type Ref } from '@/platform/http'

/** By whom, through what and when. */
export interface Question {
  from: string
  to: string
  person?: string | undefined
  token?: string | undefined
  address?: string | undefined
}

export interface Person {
  id: string
  /** None of whom is erased or out of reach. */
  row: {
    name?: string
    customer?: Ref | null
    phoneText?: string | null
    telephoneText?: string | null
    email?: string | null
    wechat?: string | null
  } | null
  how: ('revealed' | 'exported' | 'personExported' | 'written')[]
  first: string
  last: string
}

interface Found {
  items: Person[]
  next: string | null
  /** With the first page only, as the next one. */
  count: number | null
  unknownExports: number | null
}

const path = '/privacy/contact/affected'

/** Whose data was seen. Each question is noted by the server, so it is asked once, and again only when somebody says so. */
export const useAffected = (question: Question, asked: number) =>
  useInfiniteQuery({
    queryKey: ['affected', question, asked],
    queryFn: ({ pageParam }) =>
      http.post<Found>(path, question, { query: { after: pageParam || undefined } }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next || undefined,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  })

export const exportAffected = (question: Question) => http.post<Job>(`${path}/export`, question)
