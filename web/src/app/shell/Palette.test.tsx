import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { startI18n } from '@/platform/i18n/i18n'
import { sessionKey } from '@/platform/session'
import { remember } from '@/platform/records'
import Palette from './Palette'

const went = vi.hoisted(() => vi.fn())
vi.mock('@tanstack/react-router', () => ({ useNavigate: () => went, Link: 'a' }))

const people = {
  groups: [
    { object: 'person', label: '同事', items: [{ id: '1', label: '王晓雯', object: 'person' }] },
    { object: 'department', label: '部门', items: [{ id: '2', label: '王庄站', object: 'department' }] },
  ],
}

beforeAll(async () => {
  Element.prototype.scrollIntoView = () => undefined
  await startI18n()
})
beforeEach(() => {
  went.mockClear()
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(people), { status: 200 })))
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function opened(permissions: string[], typed: string) {
  const client = new QueryClient()
  client.setQueryData(sessionKey, { permissions, person: {}, firm: {} })
  render(
    <QueryClientProvider client={client}>
      <Palette close={() => undefined} typed={typed} />
    </QueryClientProvider>,
  )
}

it('shows favourites above what was just seen, until something is typed', async () => {
  const items = [{ object: 'customer', id: '7', label: '观澜湖科技' }]
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify({ items }), { status: 200 })))
  remember({ object: 'contact', id: '8', label: '欧阳' })
  opened([], '')
  const kept = await screen.findByText('观澜湖科技')
  const headings = [...document.querySelectorAll('[cmdk-group-heading]')].map((one) => one.textContent)
  expect(headings.slice(0, 2)).toEqual(['收藏', '刚看过'])
  fireEvent.click(kept)
  expect(went).toHaveBeenLastCalledWith({ to: '/customers/7', search: {} })
  fireEvent.change(screen.getByRole('combobox'), { target: { value: '导' } })
  expect(screen.queryByText('观澜湖科技')).toBeNull()
})

it('leads to settings, bins and imports by their names, where the person may go', () => {
  opened(['customer.import', 'tag.manage'], '标签')
  fireEvent.click(screen.getByText('设置 · 标签'))
  expect(went).toHaveBeenLastCalledWith({ to: '/settings/tags', search: {} })
  cleanup()
  opened(['customer.import', 'tag.manage'], '导入')
  expect(screen.getByText('导入历史')).toBeTruthy()
  expect(screen.queryByText('导入联系人')).toBeNull()
  fireEvent.click(screen.getByText('导入客户'))
  expect(went).toHaveBeenLastCalledWith({ to: '/import', search: { object: 'customer' } })
  cleanup()
  opened([], '角色')
  expect(screen.queryByText('设置 · 角色与权限')).toBeNull()
  cleanup()
  opened(['customer.read', 'contact.delete'], '回收站')
  expect(screen.queryByText('回收站 · 客户')).toBeNull()
  expect(screen.getByText('回收站 · 联系人')).toBeTruthy()
})

it('leads from colleagues and departments to where they are looked after, and nowhere who may not', async () => {
  opened(['people.manage'], '王')
  fireEvent.change(screen.getByRole('combobox'), { target: { value: '王庄' } })
  fireEvent.click(await screen.findByText('王庄站'))
  expect(went).toHaveBeenLastCalledWith({ to: '/settings/departments', search: {} })
  cleanup()
  went.mockClear()
  opened([], '王晓')
  fireEvent.click(await screen.findByText('王晓雯'))
  expect(went).not.toHaveBeenCalled()
})
