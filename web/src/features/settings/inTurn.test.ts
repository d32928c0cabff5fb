import { expect, it } from 'vitest'
import { inTurn } from './inTurn'

/** A server that keeps one version per thing and refuses whoever has another. */
function server(version = 1) {
  const asked: number[] = []
  const send = async (sent: number) => {
    asked.push(sent)
    await Promise.resolve()
    if (sent !== version) throw new Error('stale')
    version += 1
    return { version }
  }
  return { asked, send, somebodyElse: () => (version += 1) }
}

it('sends the second change with the version the first was answered with', async () => {
  const { asked, send } = server()
  const change = inTurn()
  await Promise.all([change('a', 1, send), change('a', 1, send), change('a', 1, send)])
  expect(asked).toEqual([1, 2, 3])
})

it('takes what was read where that is newer than the last answer', async () => {
  const { asked, send, somebodyElse } = server()
  const change = inTurn()
  await change('a', 1, send)
  somebodyElse()
  await change('a', 3, send)
  expect(asked).toEqual([1, 3])
})

it('still comes second to somebody else', async () => {
  const { send, somebodyElse } = server()
  const change = inTurn()
  await change('a', 1, send)
  somebodyElse()
  await expect(change('a', 1, send)).rejects.toThrow('stale')
})

it('goes on after a refusal', async () => {
  const { asked, send } = server()
  const change = inTurn()
  const refused = change('a', 1, () => Promise.reject(new Error('taken')))
  const next = change('a', 1, send)
  await expect(refused).rejects.toThrow('taken')
  await expect(next).resolves.toEqual({ version: 2 })
  expect(asked).toEqual([1])
})

it('lets other things go at once', async () => {
  const { send } = server()
  const change = inTurn()
  void change('a', 1, () => new Promise<{ version: number }>(() => undefined))
  await expect(change('b', 1, send)).resolves.toEqual({ version: 2 })
})
