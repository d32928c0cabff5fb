import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { factorKey } from '@/platform/factor/useFactor'
import { startI18n } from '@/platform/i18n'
import { FactorPart } from './FactorPart'

beforeAll(startI18n)

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const wrong = {
  status: 422,
  code: 'invalid',
  errors: [{ field: 'code', code: 'codeWrong', message: '验证码不对' }],
}

const json = (body: { status?: number }) =>
  Promise.resolve(new Response(JSON.stringify(body), { status: body.status ?? 200 }))

/** Takes the code 246810 and no other; keeps what was posted. */
function server() {
  const posted: unknown[] = []
  vi.stubGlobal('fetch', (address: string, { method, body }: RequestInit) => {
    if (method !== 'POST') return json({})
    const { code } = JSON.parse(String(body)) as { code: string }
    posted.push([address, code])
    return json(code === '246810' ? ({ recoveryCodes: ['abcd-efgh-jkmn'] } as object) : wrong)
  })
  return posted
}

function open() {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } })
  client.setQueryData(factorKey, { since: '2026-11-22T08:00:00Z', recoveryCodes: 2, wanted: false })
  render(
    <QueryClientProvider client={client}>
      <FactorPart />
    </QueryClientProvider>,
  )
}

const enter = (code: string) => {
  fireEvent.change(screen.getByLabelText('验证码'), { target: { value: code } })
  fireEvent.submit(document.querySelector('form')!)
}

it('makes new recovery codes for a right code only', async () => {
  const posted = server()
  open()
  fireEvent.click(screen.getByRole('button', { name: '换一批恢复码' }))
  await screen.findByText('原来的马上不能用了。')
  expect(posted).toEqual([])
  enter('111111')
  expect(await screen.findByText('验证码不对')).toBeTruthy()
  enter('246810')
  expect(await screen.findByText('abcd-efgh-jkmn')).toBeTruthy()
  expect(posted).toEqual(['111111', '246810'].map((code) => ['/api/v1/session/factor/recovery-codes', code]))
})
