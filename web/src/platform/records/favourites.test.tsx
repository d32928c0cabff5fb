import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { useFavourite, useFavourites } from './favourites'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const lake = { object: 'customer', id: '1', label: '观澜湖科技' }
const river = { object: 'customer', id: '2', label: '清江机电' }

function shown(answer: (init: RequestInit) => Response) {
  const client = new QueryClient()
  const sent: string[] = []
  const kept = [river]
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    if (init.method === 'GET')
      return Promise.resolve(new Response(JSON.stringify({ items: kept }), { status: 200 }))
    sent.push(`${init.method} ${url}`)
    return Promise.resolve(answer(init))
  })
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  )
  const { result } = renderHook(() => ({ star: useFavourite(lake), all: useFavourites() }), { wrapper })
  return { result, sent, kept }
}

it('keeps a record on top, and keeps it no longer', async () => {
  const { result, sent, kept } = shown((init) => {
    if (init.method === 'PUT') kept.unshift(lake)
    else kept.shift()
    return new Response(null, { status: 204 })
  })
  await waitFor(() => expect(result.current.all).toEqual([river]))
  await act(() => result.current.star.toggle())
  await waitFor(() => expect(result.current.all).toEqual([lake, river]))
  expect(result.current.star.kept).toBe(true)
  await act(() => result.current.star.toggle())
  await waitFor(() => expect(result.current.all).toEqual([river]))
  expect(sent).toEqual(['PUT /api/v1/favourites/customer/1', 'DELETE /api/v1/favourites/customer/1'])
})

it('shows it as it was when the server refuses', async () => {
  const { result } = shown(() => new Response('{"status":422,"code":"tooManyFavourites"}', { status: 422 }))
  await waitFor(() => expect(result.current.all).toEqual([river]))
  await act(() => result.current.star.toggle().catch(() => undefined))
  await waitFor(() => expect(result.current.star.kept).toBe(false))
})
