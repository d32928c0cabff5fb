import { useQuery, useQueryClient } from '@tanstack/react-query'
import { http, type Page, type Ref } from '@/platform/http'
import { toastProblem } from '@/platform/toast'

export interface ConsentText {
  id: string
  name: string
  channel: 'any' | 'phone' | 'sms' | 'email' | 'wechat' | 'visit'
  version: number
  text: string
  createdAt: string
}

export interface Consent {
  id: string
  text: ConsentText
  givenAt: string
  proof: string
  file: string | null
  notedBy: Ref
  withdrawnAt: string | null
  withdrawnBy: Ref | null
}

export interface Draft {
  text: string
  givenAt?: string
  proof?: string
  file?: string
}

/** The newest version of each text; they come newest first within name and channel. */
export const newest = (texts: ConsentText[]) =>
  texts.filter(
    ({ name, channel }, at) =>
      texts.findIndex((other) => other.name === name && other.channel === channel) === at,
  )

export const useConsentTexts = () =>
  useQuery({
    queryKey: ['consent-texts'],
    queryFn: ({ signal }) => http.get<Page<ConsentText>>('/consent-texts', undefined, signal),
    select: ({ items }) => items,
  })

export function useConsents(contact: string) {
  const client = useQueryClient()
  const path = `/privacy/contact/${contact}/consents`
  const key = ['consents', contact]
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => http.get<Page<Consent>>(path, undefined, signal),
    select: ({ items }) => items,
  })
  const fresh = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: key }),
      client.invalidateQueries({ queryKey: ['timeline', 'contact', contact] }),
    ])
  const give = async (draft: Draft) => {
    await http.post(path, draft)
    await fresh()
  }
  const withdraw = (id: string) => http.post(`${path}/${id}/withdraw`).then(fresh, toastProblem)
  return { query, give, withdraw }
}
