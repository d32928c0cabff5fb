import { test as base, expect, type APIRequestContext, type Page } from '@playwright/test'

export const administrator = {
  login: process.env.CRM_ADMIN_LOGIN ?? 'admin',
  password: process.env.CRM_ADMIN_PASSWORD ?? '',
}

/** A word that no earlier journey has used, so that each may be repeated on one database. */
export const newStamp = () => Math.random().toString(36).slice(2, 10)

type Json = Record<string, unknown>
type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'PUT'

/** The server as a browser that is signed in speaks to it. */
export class Server {
  private readonly request: APIRequestContext

  constructor(request: APIRequestContext) {
    this.request = request
  }

  async call<T = Json>(method: Method, path: string, data?: unknown, headers: Record<string, string> = {}) {
    const { cookies } = await this.request.storageState()
    const token = cookies.find(({ name }) => name === 'XSRF-TOKEN')?.value
    const response = await this.request.fetch(`/api/v1${path}`, {
      method,
      headers: { ...(token && { 'X-XSRF-TOKEN': decodeURIComponent(token) }), ...headers },
      ...(data !== undefined && { data }),
    })
    const text = await response.text()
    expect(response.ok(), `${method} ${path}: ${response.status()} ${text}`).toBe(true)
    return (text ? JSON.parse(text) : null) as T
  }

  async signIn({ login, password } = administrator) {
    await this.request.get('/api/v1/session')
    return this.call('POST', '/session', { login, password })
  }

  customer(fields: Json) {
    return this.call<{ id: string; name: string }>('POST', '/customers?duplicates=allow', fields)
  }

  /** A colleague with one of the standard roles, who is still to choose a password. */
  async colleague(name: string, code: string, fields: Json = {}) {
    const roles = await this.call<{ items: { id: string; code: string }[] }>('GET', '/roles')
    const role = roles.items.find((one) => one.code === code)!
    const login = `${code}${Math.random().toString(36).slice(2, 8)}`
    const body = { name, login, roles: [role.id], ...fields }
    const made = await this.call<{ id: string; oneTimePassword: string }>('POST', '/people', body)
    return { id: made.id, name, login, password: made.oneTimePassword }
  }

  /** From here on this browser is that colleague's, who has chosen a password. */
  async workAs({ login, password }: { login: string; password: string }) {
    await this.signIn({ login, password })
    await this.call('POST', '/session/password', { current: password, new: `chao-Luo-${newStamp()}` })
  }
}

/** A page whose administrator is signed in, and the server behind it. */
export const test = base.extend<{ server: Server }>({
  server: async ({ context }, give) => {
    const server = new Server(context.request)
    await server.signIn()
    await give(server)
  },
})

/** Opens the list and waits for its rows. */
export async function openCustomers(page: Page, search = '') {
  await page.goto(`/customers${search}`)
  await expect(page.getByRole('heading', { name: '客户', exact: true })).toBeVisible()
}

/** Chooses an entry of an antd list that is open. */
export const choose = (page: Page, label: string) =>
  page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: label }).first().click()

/** Puts a text onto the clipboard and presses the keys for pasting where the focus is. */
export async function paste(page: Page, text: string) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate((block) => navigator.clipboard.writeText(block), text)
  await page.keyboard.press('ControlOrMeta+v')
}

/** What the keys for copying put onto the clipboard. */
export async function copied(page: Page) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.keyboard.press('ControlOrMeta+c')
  return page.evaluate(() => navigator.clipboard.readText())
}

export { expect }
