import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, paste, type Server, test } from './crm'

const settings = [
  ...[
    'firm',
    'people',
    'departments',
    'roles',
    'dictionaries',
    'fields',
    'tags',
    'calendar',
    'rates',
    'pools',
    'cadences',
    'leads',
    'forms',
    'visits',
    'access',
  ],
  ...['preferences', 'sessions', 'tokens'],
].map((name) => `/settings/${name}`)

const pages = [
  '/',
  '/?view=team',
  '/customers',
  '/contacts',
  '/activities',
  '/tasks',
  '/visits',
  '/visits/answers',
  '/promises',
  '/promises/score',
  '/leads',
  '/leads/deleted',
  '/customers/cleanup',
  '/customers/matrix',
  '/customers/duplicates',
  '/customers/pairs',
  '/customers/deleted',
  '/customers?layout=kanban',
  '/customers?layout=calendar',
  '/contacts/deleted',
  '/import',
  '/imports',
  '/downloads',
  '/jobs',
  '/guide',
  ...settings,
]

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** In the dark the same elements stand in the same places, so there only their colours are judged again. */
async function faults(page: Page) {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expect(page.locator(`html[data-theme=${colorScheme}]`)).toBeAttached()
    const axe = new AxeBuilder({ page })
    const judge = colorScheme === 'light' ? axe.withTags(tags) : axe.withRules(['color-contrast'])
    for (const { id, nodes } of (await judge.analyze()).violations)
      found.push(`${page.url()} ${colorScheme} ${id}: ${nodes[0]!.html.slice(0, 200)}`)
  }
  return found
}

async function aCustomer(server: Server) {
  const name = '台州椒江阀门配件厂'
  const { id } = await server.customer({ name, phone: '13861557720', importance: 'vip' })
  return `/customers/${id}`
}

async function aPool(server: Server) {
  await server.customer({ name: '温岭无主水泵厂', owner: null, importance: 'vip' })
  return '/pool'
}

async function aLeadPool(server: Server) {
  await server.call('POST', '/leads?duplicates=allow', {
    name: '无主名片',
    owner: null,
    campaign: '春季展会',
  })
  return '/pool?of=lead'
}

async function aContact(server: Server) {
  const customer = await aCustomer(server)
  const draft = {
    name: '欧阳梦涵',
    customer: customer.slice('/customers/'.length),
    email: 'ouyang@example.com',
  }
  const { id } = await server.call<{ id: string }>('POST', '/contacts?duplicates=allow', draft)
  return `/contacts/${id}`
}

async function anOrganisation(server: Server) {
  const contact = await aContact(server)
  const chief = await server.call<{ customer: { id: string } }>('GET', contact)
  const customer = chief.customer.id
  const buyer = {
    name: '沈思远',
    customer,
    reportsTo: contact.split('/').pop(),
    departmentLine: 'purchasing',
  }
  await server.call('POST', '/contacts?duplicates=allow', buyer)
  return `/customers/${customer}?tab=chart`
}

async function aLead(server: Server) {
  const draft = {
    ...{
      name: '宁波北仑模塑厂',
      contactName: '钱工',
      phone: '13861557721',
      source: 'expo',
      campaign: '流体展',
    },
    ...{ need: '两台循环水泵，年底前到货', inquiryCompany: 'given', inquiryUse: 'resale' },
  }
  const { id } = await server.call<{ id: string }>('POST', '/leads?duplicates=allow', draft)
  const answers = { industry: true, need: true, decides: false }
  await server.call('PUT', `/leads/${id}/qualification`, { answers }, { 'If-Match': '"1"' })
  return `/leads/${id}`
}

const records: Record<string, (server: Server) => Promise<string>> = {
  '/customers/{id}': aCustomer,
  '/contacts/{id}': aContact,
  '/leads/{id}': aLead,
  '/customers/{id}?tab=chart': anOrganisation,
  '/pool': aPool,
  '/pool?of=lead': aLeadPool,
}

const devices = [
  ['desk', 1440, 900],
  ['phone', 390, 844],
] as const

for (const [device, width, height] of devices) {
  for (const path of [...pages, ...Object.keys(records)]) {
    test(`${path} passes WCAG A and AA on the ${device}`, async ({ page, server }) => {
      await page.setViewportSize({ width, height })
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
      await page.goto((await records[path]?.(server)) ?? path)
      await expect(page.locator('h1').first()).toBeVisible()
      await expect(page.locator('.skeleton')).toHaveCount(0)
      expect(await faults(page)).toEqual([])
    })
  }
}

test('the door passes WCAG A and AA', async ({ page }) => {
  await page.goto('/')
  await expect(page.locator('h1')).toBeVisible()
  expect(await faults(page)).toEqual([])
})

/** What opens over a page, and the keys that open it. */
const overlays = [
  ['the drawer of a new record', 'n'],
  ['the palette', 'ControlOrMeta+k'],
  ['the help', 'Shift+?'],
] as const

for (const [name, keys] of overlays) {
  test(`${name} passes WCAG A and AA`, async ({ page, server }) => {
    await server.call('GET', '/session')
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    await page.goto('/customers')
    await expect(page.locator('h1').first()).toBeVisible()
    await expect(page.locator('.skeleton')).toHaveCount(0)
    await page.keyboard.press(keys)
    await expect(page.getByRole('dialog').first()).toBeVisible()
    expect(await faults(page)).toEqual([])
  })
}

for (const [device, width, height] of devices) {
  test(`the drawer of changes passes WCAG A and AA on the ${device}`, async ({ page, server }) => {
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    await page.goto(await aCustomer(server))
    await page.getByRole('button', { name: '改资料' }).first().click()
    await expect(page.getByRole('dialog').getByRole('textbox', { name: '客户名称' })).toBeVisible()
    expect(await faults(page)).toEqual([])
  })
}

for (const [device, width, height] of devices) {
  test(`giving back, looking before claiming and the form of a pool pass WCAG A and AA on the ${device}`, async ({
    page,
    server,
  }) => {
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    await page.goto(await aCustomer(server))
    await expect(page.locator('.skeleton')).toHaveCount(0)
    await page.locator('.record-title').getByRole('button', { name: '更多', exact: true }).click()
    await page.getByRole('menuitem', { name: '退回公海' }).click()
    await expect(page.getByRole('dialog').getByRole('textbox', { name: '为什么退回' })).toBeVisible()
    expect(await faults(page)).toEqual([])
    await page.goto(await aPool(server))
    await page.getByRole('button', { name: '温岭无主水泵厂' }).first().click()
    await expect(page.getByRole('dialog', { name: '温岭无主水泵厂' })).toBeVisible()
    await expect(page.locator('.skeleton')).toHaveCount(0)
    expect(await faults(page)).toEqual([])
    await page.goto('/settings/pools')
    await page.getByRole('button', { name: '新公海' }).click()
    await expect(page.getByRole('dialog').getByRole('textbox', { name: '名称' })).toBeVisible()
    expect(await faults(page)).toEqual([])
  })
}

for (const [device, width, height] of devices) {
  test(`the dialogs of a lead pass WCAG A and AA on the ${device}`, async ({ page, server }) => {
    await server.customer({ name: '宁波北仑模塑厂', phone: '13861557721' })
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    await page.goto(await aLead(server))
    await page.getByRole('button', { name: '转化' }).click()
    await expect(page.getByRole('dialog').getByRole('radio').first()).toBeVisible()
    expect(await faults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.locator('.record-head').getByRole('button', { name: '更多' }).click()
    await page.getByRole('menuitem', { name: '标为无效' }).click()
    await expect(page.getByRole('dialog').getByRole('radio').first()).toBeVisible()
    expect(await faults(page)).toEqual([])
  })
}

test('the dialog of a paste passes WCAG A and AA', async ({ page, server }) => {
  await aCustomer(server)
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.goto('/customers')
  await page
    .getByRole('button', { name: /^改 简称/ })
    .first()
    .focus()
  await paste(page, ['简称', '椒江', '重要', '不是数'].map((text) => `${text}\t${text}\t${text}`).join('\n'))
  await expect(page.getByRole('dialog').getByRole('table')).toBeVisible()
  expect(await faults(page)).toEqual([])
})
