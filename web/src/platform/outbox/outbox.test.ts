import { expect, it, vi } from 'vitest'
import { Problem } from '../http'
import { makeOutbox, sturdy } from './outbox'
import { pageStore, type Kept, type Store } from './store'

const refusal = (status: number) => new Problem({ status, code: `http${status}`, detail: `no ${status}` })

async function begun(send: (item: Kept) => Promise<undefined>, store = pageStore()) {
  const box = makeOutbox(store)
  box.sends('step', send)
  await box.open('1')
  return box
}

it('keeps what cannot be sent, in order, and sends it once under the same key', async () => {
  const sent: string[] = []
  let network = false
  const box = await begun((item) => {
    if (!network) return Promise.reject(refusal(0))
    sent.push(`${String(item.body)} ${item.key}`)
    return Promise.resolve(undefined)
  })
  const one = await box.keep('v1', 'step', 'in')
  const two = await box.keep('v1', 'step', 'out')
  await box.flush()
  expect(box.kept()).toHaveLength(2)
  network = true
  await Promise.all([box.flush(), box.flush()])
  expect(sent).toEqual([`in ${one.key}`, `out ${two.key}`])
  expect(box.kept()).toEqual([])
})

it('finds after a reload what was kept before it, and nothing of somebody else', async () => {
  const store = pageStore()
  const box = await begun(() => Promise.reject(refusal(503)), store)
  await box.keep('v1', 'step', 'in')
  const again = makeOutbox(store)
  await again.open('2')
  expect(again.kept()).toEqual([])
  await again.open('1')
  expect(again.kept()).toHaveLength(1)
})

it('holds up only what is about the same when something is refused, and says why', async () => {
  const send = vi.fn((item: Kept) =>
    item.about === 'v1' && item.body === 'in' ? Promise.reject(refusal(422)) : Promise.resolve(undefined),
  )
  const box = await begun(send)
  for (const [about, body] of [
    ['v1', 'in'],
    ['v1', 'out'],
    ['v2', 'in'],
  ] as const)
    await box.keep(about, 'step', body)
  await box.flush()
  expect(box.kept().map(({ about, body, refused }) => [about, body, refused])).toEqual([
    ['v1', 'in', 'no 422'],
    ['v1', 'out', undefined],
  ])
  await box.drop('v1')
  expect(box.kept()).toEqual([])
})

it('lets the newest answers take the place of those that were not sent, and tells them what came before', async () => {
  const sent: unknown[] = []
  let network = false
  const box = makeOutbox(pageStore())
  box.sends('photo', () => {
    if (!network) return Promise.reject(refusal(0))
    return Promise.resolve((later: Kept) => ({ ...later, body: `${String(later.body)} with file 7` }))
  })
  box.sends('answers', (item) => {
    sent.push(item.body)
    return Promise.resolve(undefined)
  })
  await box.open('1')
  await box.keep('v1', 'photo', null)
  await box.keep('v1', 'answers', 'old', { instead: true })
  await box.keep('v1', 'answers', 'new', { instead: true })
  await box.flush()
  network = true
  await box.flush()
  expect(sent).toEqual(['new with file 7'])
})

it('keeps on in the page where the browser keeps nothing', async () => {
  const broken = () => Promise.reject(new Error('private'))
  const store: Store = { all: broken, add: broken, put: broken, remove: broken }
  const box = await begun(() => Promise.reject(refusal(0)), sturdy(store))
  await box.keep('v1', 'step', 'in')
  expect(box.kept()).toHaveLength(1)
})
