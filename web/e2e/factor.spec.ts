import { createHmac } from 'node:crypto'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, newStamp, test } from './crm'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** What an authenticator shows for this secret, so many half minutes from now. */
function code(secret: string, later = 0) {
  const bits = [...secret].map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from(bits.match(/.{8}/g)!.map((octet) => parseInt(octet, 2)))
  const step = Buffer.alloc(8)
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + later))
  const hash = createHmac('sha1', key).update(step).digest()
  const number = hash.readUInt32BE(hash[19]! & 15) & 0x7fffffff
  return String(number % 1_000_000).padStart(6, '0')
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const faults = async (page: Page) =>
  (await new AxeBuilder({ page }).withTags(tags).analyze()).violations.map(({ id }) => id)

async function signIn(page: Page, login: string, password: string) {
  await page.getByRole('textbox', { name: '登录名' }).fill(login)
  await page.getByRole('textbox', { name: '密码' }).fill(password)
  await page.getByRole('button', { name: '登录' }).click()
}

test('a role demands a second step, its person sets it up and signs in with it', async ({
  browser,
  server,
}) => {
  const name = `外勤${newStamp()}`
  const permissions = ['customer.read', 'person.read', 'department.read']
  const role = await server.call<{ id: string }>('POST', '/roles', { name, permissions, secondFactor: true })
  const person = await server.colleague('周子昂', 'rep', { roles: [role.id] })
  const page = await (await browser.newContext()).newPage()
  await page.goto('/')
  await signIn(page, person.login, person.password)
  await page.getByRole('textbox', { name: '一次性密码' }).fill(person.password)
  await page.getByRole('textbox', { name: '新密码' }).fill('tide-Rises-2026')
  await page.getByRole('button', { name: '换好，开始用' }).click()

  await expect(page.getByRole('heading', { name: '先打开两步验证' })).toBeVisible()
  const secret = (await page.locator('.factor .secret').textContent())!.replaceAll(' ', '')
  expect(await faults(page)).toEqual([])
  await page.getByRole('textbox', { name: '验证器显示的 6 位数' }).fill(code(secret))
  await page.getByRole('button', { name: '验证并打开' }).click()
  await expect(page.locator('.factor-codes li')).toHaveCount(10)
  const [recovery] = await page.locator('.factor-codes li').allTextContents()
  await page.getByRole('button', { name: '存好了' }).click()
  await expect(page.getByRole('heading', { name: '今日' })).toBeVisible()

  for (const [link, field, typed] of [
    [null, '验证码', code(secret, 1)],
    ['手机不在身边，用恢复码', '恢复码', recovery!],
  ] as const) {
    await page.getByRole('button', { name: '周子昂 的菜单' }).click()
    await page.getByRole('menuitem', { name: '退出登录' }).click()
    await signIn(page, person.login, 'tide-Rises-2026')
    await expect(page.getByRole('heading', { name: '两步验证' })).toBeVisible()
    expect(await faults(page)).toEqual([])
    if (link) await page.getByRole('button', { name: link }).click()
    await page.getByRole('textbox', { name: field }).fill(typed)
    if (link) await page.getByRole('button', { name: '登录' }).click()
    await expect(page.getByRole('heading', { name: '今日' })).toBeVisible()
  }
})
