import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { startI18n } from '@/platform/i18n'
import AccessPage from './AccessPage'

beforeAll(startI18n)

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const line = (id: string, action: string, rest: object) => ({
  id,
  at: '2026-11-22T08:00:00Z',
  by: { id: 'chief', label: '王管理' },
  token: null,
  action,
  words: [],
  detail: null,
  address: '127.0.0.1',
  ...rest,
})

const cells = async (what: string) => {
  const row = (await screen.findByText(what)).closest('tr')!
  return within(row)
    .getAllByRole('cell')
    .map((cell) => cell.textContent)
}

it('says who it was, through which token, and on what, in words', async () => {
  const items = [
    line('1', 'refused', { token: 'ERP', words: ['删除客户', '鞍钢', '缺少权限「客户：删除和还原」'] }),
    line('2', 'signInRefused', {
      by: null,
      record: { id: 'rep', label: '何雨桐' },
      words: ['同事', '何雨桐'],
      detail: { why: 'password', agent: '' },
    }),
    line('3', 'proofRefused', { words: ['同事'], detail: { why: 'code', agent: '' } }),
  ]
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify({ items, next: null }))))
  render(
    <QueryClientProvider client={new QueryClient()}>
      <AccessPage />
    </QueryClientProvider>,
  )
  expect((await cells('被挡下')).slice(1, 4)).toEqual([
    '王管理 用令牌「ERP」',
    '被挡下',
    '删除客户 · 鞍钢 · 缺少权限「客户：删除和还原」',
  ])
  expect((await cells('登录没成')).slice(1, 4)).toEqual([
    '不知是谁',
    '登录没成',
    '何雨桐的账号 · 密码不对 · 认不出的设备',
  ])
  expect((await cells('再次确认没通过'))[3]).toBe('验证码不对 · 认不出的设备')
})
