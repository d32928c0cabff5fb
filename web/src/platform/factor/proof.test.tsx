import { act, cleanup, render } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { http, whenProofIsNeeded } from '../http'
import { proveAgain, ProofAsked } from './proof'

let close: (proved: boolean) => void
vi.mock('./ProofDialog', () => ({
  default: (props: { close: (proved: boolean) => void }) => {
    close = props.close
    return <p>proof</p>
  },
}))

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const refused = () =>
  new Response(JSON.stringify({ status: 403, code: 'reauthenticationNeeded' }), { status: 403 })

/** A server that refuses until it is told that the person proved himself. */
function server() {
  const state = { proved: false, asked: [] as string[] }
  vi.stubGlobal('fetch', (address: string) => {
    state.asked.push(address)
    return Promise.resolve(state.proved ? new Response(null, { status: 204 }) : refused())
  })
  whenProofIsNeeded(proveAgain)
  return state
}

it('asks once for all that wait, and sends each of them again', async () => {
  const state = server()
  const page = render(<ProofAsked />)
  const both = Promise.all([http.post('/tokens'), http.delete('/people/1/factor')])
  await page.findByText('proof')
  state.proved = true
  await act(async () => {
    close(true)
    await both
  })
  expect(state.asked).toHaveLength(4)
  expect(page.queryByText('proof')).toBeNull()
})

it('leaves it refused when the person turns away', async () => {
  const state = server()
  const page = render(<ProofAsked />)
  const work = http.post('/tokens').catch((error: Error) => error)
  await page.findByText('proof')
  await act(async () => close(false))
  expect(await work).toMatchObject({ code: 'reauthenticationNeeded' })
  expect(state.asked).toHaveLength(1)
})
