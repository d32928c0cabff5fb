import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Page } from '@playwright/test'
import { expect, test, type Server } from './crm'

const table =
  process.env.CHAOXI_COMPANIES ??
  join(import.meta.dirname, '../../../shared/data/szse-companies-main/companies.csv')

interface Import {
  id: string
  undone: boolean
}

/** So that the journey may be tried once more on the same database. */
async function takeBackEarlier(server: Server) {
  const { items } = await server.call<{ items: Import[] }>('GET', '/imports')
  for (const { id } of items.filter(({ undone }) => !undone)) {
    const undoing = await server.call<{ id: string }>('POST', `/imports/${id}/undo`)
    const state = async () => (await server.call<{ state: string }>('GET', `/jobs/${undoing.id}`)).state
    await expect.poll(state).toBe('done')
  }
}

async function bringIn(page: Page, policy?: string) {
  await page.goto('/import')
  await page.locator('input[type=file]').setInputFiles(table)
  await page.getByRole('button', { name: '检查' }).click()
  await expect(page.locator('.import-counts')).toContainText('行可以导入')
  if (policy) await page.getByRole('radio', { name: policy }).check()
  await page.getByRole('button', { name: /^导入 .* 行$/ }).click()
  await expect(page.getByRole('button', { name: '去看看' })).toBeVisible({ timeout: 90_000 })
}

const figure = (page: Page, name: string) =>
  page.locator('.import-result > div', { has: page.getByText(name, { exact: true }) }).locator('dd')

test('a table of companies comes in once, a second time it makes none', async ({ page, server }) => {
  test.skip(!existsSync(table), `no companies.csv at ${table}`)
  await takeBackEarlier(server)
  await bringIn(page)
  await expect(figure(page, '新建')).toHaveText('1,490')
  await expect(figure(page, '没成')).toHaveText('0')
  await bringIn(page, '用表里的更新')
  await expect(figure(page, '新建')).toHaveText('0')
  await page.getByRole('button', { name: '去看看' }).click()
  await page.getByRole('textbox', { name: '在这个列表里找' }).fill('平安')
  await expect(page.getByRole('link', { name: '平安银行股份有限公司' })).toHaveCount(1)
})
