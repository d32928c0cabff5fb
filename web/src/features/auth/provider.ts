import { useQuery } from '@tanstack/react-query'
import { http } from '@/platform/http'

/** Where the provider sends the browser back to. */
const ANSWER = '/sign-in/answer'
const WANTED = 'chaoxi.wanted'

export interface ProviderAnswer {
  state: string
  code: string
}

/** What the provider of single sign-on is called; `null` when there is none. */
export function useProviderName() {
  const { data } = useQuery({
    queryKey: ['provider'],
    queryFn: () => http.get<{ name: string | null }>('/session/provider').catch(() => ({ name: null })),
    staleTime: Infinity,
  })
  return data?.name ?? null
}

/** Leaves for the provider, and keeps what was asked for here. */
export async function leaveForProvider() {
  const { address } = await http.post<{ address: string }>('/session/provider')
  const { pathname, search, hash } = window.location
  sessionStorage.setItem(WANTED, pathname + search + hash)
  window.location.assign(address)
}

/** What the provider sent back with the browser, taken once; the address is again the one that was asked for. */
export function takeProviderAnswer(): ProviderAnswer | null {
  const { origin, pathname, search } = window.location
  if (pathname !== ANSWER) return null
  const said = new URLSearchParams(search)
  const wanted = new URL(sessionStorage.getItem(WANTED) ?? '/', origin)
  sessionStorage.removeItem(WANTED)
  const back = wanted.origin === origin && wanted.pathname !== ANSWER ? wanted : new URL('/', origin)
  window.history.replaceState(window.history.state, '', back.pathname + back.search + back.hash)
  return { state: said.get('state') ?? '', code: said.get('code') ?? '' }
}
