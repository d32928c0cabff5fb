import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { keepDraft, readDraft } from '../form/draft'
import type { Session } from '../http'
import { remember } from '../records/recent'
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

test('what was begun and seen is there for who comes back, and gone for somebody else', () => {
  const client = new QueryClient()
  const of = (id: string) => ({ person: { id } }) as Session
  const kept = () => [
    readDraft('customer')?.values,
    localStorage.getItem('chaoxi.comment.7'),
    localStorage.getItem('chaoxi.recent'),
  ]
  enter(client, of('1'))
  keepDraft('customer', { phone: '13912341111' })
  localStorage.setItem('chaoxi.comment.7', '说了')
  remember({ object: 'customer', id: '7', label: '苏州恒锐' })
  const before = kept()
  enter(client, null)
  enter(client, of('1'))
  expect(kept()).toEqual(before)
  enter(client, of('2'))
  expect(kept()).toEqual([undefined, null, null])
})
