import { QueryClient, type InfiniteData } from '@tanstack/react-query'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Problem, type Field, type Page, type Row, type Value } from '../http'
import { changeFields } from './changing'

const field: Field = {
  name: 'phone',
  label: { zh: '电话', en: 'Phone' },
  type: 'phone',
  group: 'base',
  required: false,
  readOnly: false,
  right: 'write',
  list: true,
  sortable: true,
  filterable: true,
  quick: true,
}
const row: Row = { id: '1', version: 3, createdAt: '', phone: '+8657688310001', phoneText: '0576-88310001' }

function seen() {
  const client = new QueryClient()
  client.setQueryData(['list', 'customer', 'live', {}], { pages: [{ items: [row] }], pageParams: [''] })
  const now = () =>
    client.getQueryData<InfiniteData<Page<Row>>>(['list', 'customer', 'live', {}])!.pages[0]!.items[0]!
  return { client, now }
}
const answer = (status: number, body: object) =>
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(body), { status })))

afterEach(() => vi.unstubAllGlobals())

describe('changing one field', () => {
  it('shows the value before the server has answered', async () => {
    const { client, now } = seen()
    answer(200, { ...row, phone: '+8613900000000', phoneText: '139 0000 0000', version: 4 })
    const saving = changeFields(client, 'customer', row, [[field, '13900000000']])
    expect(now().phone).toBe('13900000000')
    await saving
    expect(now()).toMatchObject({ version: 4, phoneText: '139 0000 0000' })
  })

  it('puts the old value back when refused, and leaves other cells alone', async () => {
    const { client, now } = seen()
    answer(422, { status: 422, code: 'phoneInvalid', detail: '少一位' })
    const saving = changeFields(client, 'customer', row, [[field, '1390']])
    client.setQueryData<InfiniteData<Page<Row>>>(['list', 'customer', 'live', {}], (data) => ({
      ...data!,
      pages: [{ items: [{ ...data!.pages[0]!.items[0]!, name: 'changed meanwhile' }] }],
    }))
    await expect(saving).rejects.toBeInstanceOf(Problem)
    expect(now()).toMatchObject({
      phone: '+8657688310001',
      phoneText: '0576-88310001',
      name: 'changed meanwhile',
      version: 3,
    })
  })

  it('writes several fields of a row together, and takes all of them back', async () => {
    const { client, now } = seen()
    const own: Field = { ...field, name: 'custom.size', type: 'number', custom: true }
    const other: Field = { ...own, name: 'custom.seat' }
    const fetch = vi.fn(() => Promise.resolve(new Response('{"status":422,"code":"x"}', { status: 422 })))
    vi.stubGlobal('fetch', fetch)
    const values: [Field, Value][] = [
      [field, '13900000000'],
      [own, 3],
      [other, null],
    ]
    const saving = changeFields(client, 'customer', { ...row, custom: { size: 1 } }, values)
    expect(now()).toMatchObject({ phone: '13900000000', custom: { size: 3 } })
    await expect(saving).rejects.toBeInstanceOf(Problem)
    const [, init] = fetch.mock.calls[0] as unknown as [string, RequestInit]
    expect(JSON.parse(String(init.body))).toEqual({ phone: '13900000000', custom: { size: 3, seat: null } })
    expect(now()).toMatchObject({ phone: '+8657688310001', custom: { size: 1 } })
  })

  it('sends the version it has read', async () => {
    const { client } = seen()
    const fetch = vi.fn(() => Promise.resolve(new Response(JSON.stringify(row))))
    vi.stubGlobal('fetch', fetch)
    await changeFields(client, 'customer', row, [[field, null]])
    const [url, init] = fetch.mock.calls[0] as unknown as [string, RequestInit]
    expect(url).toBe('/api/v1/customers/1')
    expect(init.headers).toMatchObject({ 'If-Match': '"3"' })
    expect(init.body).toBe('{"phone":null}')
  })
})
