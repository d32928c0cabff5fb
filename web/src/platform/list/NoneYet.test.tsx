import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { startI18n } from '../i18n/i18n'
import { sessionKey } from '../session'
import { NoneYet } from './NoneYet'
import type { List } from './useList'

const went = vi.hoisted(() => vi.fn())
vi.mock('@tanstack/react-router', () => ({ useNavigate: () => went }))

beforeAll(startI18n)
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const list = { object: 'customer', catalogue: { label: { zh: '客户', en: 'Customers' } } } as List

function open(permissions: string[], deleted: object[]) {
  const fetch = vi.fn(() =>
    Promise.resolve(new Response(JSON.stringify({ items: deleted, next: null }), { status: 200 })),
  )
  vi.stubGlobal('fetch', fetch)
  const client = new QueryClient()
  client.setQueryData(sessionKey, { permissions, person: {}, firm: {} })
  render(
    <QueryClientProvider client={client}>
      <NoneYet list={list}>记第一家</NoneYet>
    </QueryClientProvider>,
  )
  return fetch
}

it('leads to the recycle bin when all records lie there', async () => {
  open(['customer.delete'], [{ id: '1' }])
  fireEvent.click(await screen.findByRole('button', { name: '去回收站' }))
  expect(went).toHaveBeenLastCalledWith({ to: '/customers/deleted' })
  expect(screen.queryByText('记第一家')).toBeNull()
})

it('asks for a first record when there never was one', async () => {
  open(['customer.delete'], [])
  await waitFor(() => expect(screen.getByText('记第一家')).toBeTruthy())
})

it('does not look into the bin for whoever may not', () => {
  const fetch = open([], [{ id: '1' }])
  expect(screen.getByText('记第一家')).toBeTruthy()
  expect(fetch).not.toHaveBeenCalled()
})
