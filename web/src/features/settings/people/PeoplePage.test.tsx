import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { startI18n } from '@/platform/i18n'
import { sessionKey } from '@/platform/session'
import PeoplePage from './PeoplePage'

beforeAll(startI18n)

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const name = { name: 'name', label: { zh: '姓名', en: 'Name' }, type: 'text', right: 'write', list: true }
const person = (id: string, called: string) => ({
  id,
  version: 1,
  name: called,
  login: id,
  roles: [],
  locked: false,
})
const answers: Record<string, unknown> = {
  '/api/v1/fields/person': { object: 'person', path: 'people', title: 'name', fields: [name], groups: [] },
  '/api/v1/people': { items: [person('own', '林晓雯'), person('other', '周子昂')], next: null },
}

function open() {
  vi.stubGlobal('fetch', (address: string) =>
    Promise.resolve(new Response(JSON.stringify(answers[address.split('?')[0]!] ?? {}))),
  )
  const client = new QueryClient()
  client.setQueryData(sessionKey, {
    person: { id: 'own' },
    permissions: ['people.manage', 'bulk.run'],
    firm: {},
  })
  render(
    <QueryClientProvider client={client}>
      <PeoplePage />
    </QueryClientProvider>,
  )
}

const offered = async (whom: string) => {
  fireEvent.click(await screen.findByRole('button', { name: `更多 ${whom}` }))
  await screen.findAllByRole('menuitem')
  const items = screen.getAllByRole('menuitem').map((item) => item.textContent)
  cleanup()
  return items
}

it('offers to do to a colleague what nobody may do to himself', async () => {
  open()
  expect(await offered('周子昂')).toEqual(['改资料', '设一次性密码', '重置两步验证', '离职交接', '停用账号'])
  open()
  expect(await offered('林晓雯')).toEqual(['改资料'])
})
