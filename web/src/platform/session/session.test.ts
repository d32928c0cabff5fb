import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import type { Session } from '../http'
import { enter, sessionKey } from './session'

test('who signs out is told at once, and what he saw is gone', async () => {
  const client = new QueryClient()
  client.setQueryData(sessionKey, { person: { name: '林晓雯' } } as Session)
  client.setQueryData(['customer', 'list'], ['苏州恒锐'])
  const seen: unknown[] = []
  const observer = new QueryObserver(client, { queryKey: sessionKey, staleTime: Infinity })
  const leave = observer.subscribe(({ data }) => seen.push(data))
  enter(client, null)
  await new Promise((done) => setTimeout(done, 10))
  leave()
  expect(seen).toEqual([null])
  expect(client.getQueryData(['customer', 'list'])).toBeUndefined()
})
