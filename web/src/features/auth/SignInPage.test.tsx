import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { startI18n } from '@/platform/i18n'
import { sessionKey } from '@/platform/session'
import { SignInPage } from './SignInPage'

beforeAll(startI18n)

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const json = (status: number, body: unknown) =>
  new Response(JSON.stringify({ status, ...(body as object) }), { status })

/** Answers in turn, and keeps what it was sent. */
function server(...answers: Response[]) {
  const sent: { address: string; body: unknown }[] = []
  vi.stubGlobal('fetch', (address: string, { body, method }: RequestInit) => {
    if (method === 'GET') return Promise.resolve(json(200, { name: '公司帐号' }))
    sent.push({ address, body: JSON.parse(String(body)) as unknown })
    return Promise.resolve(answers.shift()!)
  })
  return sent
}

function open(address = '/') {
  window.history.replaceState(null, '', address)
  const client = new QueryClient()
  render(
    <QueryClientProvider client={client}>
      <SignInPage />
    </QueryClientProvider>,
  )
  return client
}

const type = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } })

async function password() {
  const [login, secret] = [document.querySelector('#login')!, document.querySelector('#password')!]
  type(login as HTMLElement, 'chief')
  type(secret as HTMLElement, 'correct horse battery')
  fireEvent.submit(document.querySelector('form')!)
  await screen.findByRole('heading', { name: '两步验证' })
}

const needed = () => json(401, { code: 'codeNeeded', ticket: 't1' })

it('asks for a code after the password, and sends it once its six digits are typed', async () => {
  const sent = server(needed(), json(200, { person: { name: '林晓雯' } }))
  const client = open()
  await password()
  type(screen.getByLabelText('验证码'), '123456')
  await vi.waitFor(() =>
    expect(client.getQueryData(sessionKey)).toMatchObject({ person: { name: '林晓雯' } }),
  )
  expect(sent[1]).toEqual({ address: '/api/v1/session/code', body: { ticket: 't1', code: '123456' } })
})

it('says a wrong code and asks again; a dead ticket leads back to the password', async () => {
  const wrong = { code: 'invalid', errors: [{ field: 'code', code: 'codeWrong', message: '验证码不对' }] }
  server(needed(), json(422, wrong), json(401, { code: 'signInExpired', detail: '请从密码重新开始' }))
  open()
  await password()
  type(screen.getByLabelText('验证码'), '111111')
  expect((await screen.findByRole('alert')).textContent).toBe('验证码不对')
  type(screen.getByLabelText('验证码'), '222222')
  expect(await screen.findByRole('heading', { name: '登录' })).toBeTruthy()
  expect(screen.getByRole('alert').textContent).toBe('请从密码重新开始')
})

it('hands the answer of single sign-on over once, and goes back to what was asked for', async () => {
  sessionStorage.setItem('chaoxi.wanted', '/customers?view=1')
  const sent = server(json(200, { person: { name: '林晓雯' } }))
  const client = open('/sign-in/answer?state=s1&code=c1')
  await vi.waitFor(() =>
    expect(client.getQueryData(sessionKey)).toMatchObject({ person: { name: '林晓雯' } }),
  )
  const handed = { address: '/api/v1/session/provider/answer', body: { state: 's1', code: 'c1' } }
  expect(sent).toEqual([handed])
  expect(window.location.pathname + window.location.search).toBe('/customers?view=1')
})

it('says beside its button why single sign-on failed; what was kept leads nowhere else', async () => {
  sessionStorage.setItem('chaoxi.wanted', 'https://evil.example/x')
  server(json(401, { code: 'providerNotLinked', detail: '这个帐号还没有对应的同事' }))
  open('/sign-in/answer?state=s1&error=access_denied')
  expect((await screen.findByRole('alert')).textContent).toBe('这个帐号还没有对应的同事')
  expect(await screen.findByRole('button', { name: '用 公司帐号 登录' })).toBeTruthy()
  expect(window.location.pathname).toBe('/')
})

it('asks for the code after single sign-on too', async () => {
  server(needed())
  open('/sign-in/answer?state=s1&code=c1')
  expect(await screen.findByRole('heading', { name: '两步验证' })).toBeTruthy()
})
