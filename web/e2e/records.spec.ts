import type { Browser, Page } from '@playwright/test'
import { choose, expect, openCustomers, Server, newStamp, test } from './crm'

const stamp = newStamp()

const firm = `宁波东澜注塑设备有限公司${stamp}`

test('a customer is made once, talked about, and leaves a trail', async ({ page, server }) => {
  await server.customer({ name: firm })
  await openCustomers(page)
  await page.getByRole('button', { name: '新建客户' }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByRole('textbox', { name: '客户名称' }).fill(firm)
  await expect(drawer.getByText(`已经有「${firm}」`).first()).toBeVisible()
  await drawer.getByRole('button', { name: '保存', exact: true }).click()
  await drawer.getByRole('button', { name: '仍然新建' }).click()
  await page.locator('.toast').getByRole('button', { name: '打开' }).click()
  await expect(page.getByRole('heading', { name: firm, level: 1 })).toBeVisible()

  await page.getByRole('textbox', { name: /说了什么/ }).fill('周总问交期，要 200 件报价')
  await page.getByRole('textbox', { name: /说了什么/ }).press('Control+Enter')
  const logged = page.locator('.entry', { hasText: '周总问交期' })
  await expect(logged).toContainText('电话')
  await expect(page.getByRole('textbox', { name: /说了什么/ })).toHaveValue('')

  await page.getByText('留言', { exact: true }).first().click()
  await page.getByRole('textbox', { name: /说了什么/ }).fill('下周二去看样机，带 200 件报价')
  await page.getByRole('textbox', { name: /说了什么/ }).press('Control+Enter')
  await expect(page.locator('.entry-text', { hasText: '下周二去看样机' })).toBeVisible()

  await page.getByRole('button', { name: '收藏', exact: true }).click()
  await expect(page.getByRole('navigation').getByRole('link', { name: firm })).toBeVisible()
  await page.locator('.entry', { hasText: '下周二去看样机' }).hover()
  await page.getByRole('button', { name: '置顶', exact: true }).click()
  await expect(page.getByRole('list', { name: '置顶' })).toContainText('下周二去看样机')
  await page.getByRole('button', { name: '收藏', exact: true }).click()
  await expect(page.getByRole('navigation').getByRole('link', { name: firm })).toBeHidden()

  const mate = await server.colleague(`林晓彤${stamp}`, 'administrator')
  await page.getByRole('textbox', { name: /说了什么/ }).pressSequentially(`请 @${stamp}`)
  await page.locator('.ant-mentions-dropdown').getByText(mate.name).click()
  await page.getByRole('textbox', { name: /说了什么/ }).pressSequentially('看报价')
  await page.getByRole('textbox', { name: /说了什么/ }).press('Control+Enter')
  await expect(page.locator('.mention', { hasText: `@${mate.name}` })).toBeVisible()
  await expect(page.locator('.entry-text', { hasText: '看报价' })).not.toContainText('person:')

  await page
    .getByRole('button', { name: '改 重要性' })
    .or(page.getByRole('button', { name: /更多 \d+ 项/ }))
    .first()
    .click()
  if (await page.getByRole('button', { name: '改 重要性' }).isVisible())
    await page.getByRole('button', { name: '改 重要性' }).click()
  await choose(page, '重要')
  await page.getByRole('tab', { name: '变更' }).click()
  await expect(page.locator('.changes', { hasText: '重要性' }).first()).toBeVisible()
})

test('who reports to whom at a customer is drawn, changed and put back', async ({ page, server }) => {
  const { id } = await server.customer({ name: `南通沪江水处理${stamp}` })
  for (const name of ['王建国', '黄丽', '周敏'])
    await server.call('POST', '/contacts?duplicates=allow', { name, customer: id })
  await page.goto(`/customers/${id}?tab=chart`)
  const below = (superior: string, name: string) =>
    page
      .locator('.chart li', { has: page.getByRole('link', { name: superior }) })
      .locator('li')
      .getByRole('link', { name })
  await page.getByRole('button', { name: '给「黄丽」换上级' }).click()
  await page.getByRole('menuitem', { name: '王建国' }).click()
  await expect(below('王建国', '黄丽')).toBeVisible()
  const chart = page.locator('.chart')
  await chart.getByRole('link', { name: '周敏' }).hover()
  await page.mouse.down()
  await chart.getByRole('button', { name: '给「黄丽」换上级' }).hover()
  await chart.getByRole('link', { name: '黄丽' }).hover()
  await page.mouse.up()
  await expect(below('黄丽', '周敏')).toBeVisible()
  await page.locator('.toast', { hasText: '周敏' }).getByRole('button', { name: '撤销' }).click()
  await expect(below('王建国', '周敏')).toHaveCount(0)
  await page.getByRole('button', { name: '给「王建国」换上级' }).click()
  await expect(page.getByRole('menuitem', { name: '周敏' })).toBeVisible()
  await expect(page.getByRole('menuitem', { name: '黄丽' })).toHaveCount(0)
})

test('who saves later is asked about what somebody else wrote meanwhile', async ({ page, server }) => {
  const { id } = await server.customer({ name: `两人同改${stamp}` })
  await page.goto(`/customers/${id}`)
  await page.getByRole('button', { name: '改资料' }).first().click()
  const drawer = page.getByRole('dialog')
  await drawer.getByRole('textbox', { name: '简称' }).fill('我写的')
  const patch = (version: number, body: object) =>
    server.call('PATCH', `/customers/${id}`, body, { 'If-Match': `"${version}"` })
  await patch(1, { englishName: 'Somebody else' })
  await expect(page.getByText('Somebody else').first()).toBeVisible()
  await patch(2, { shortName: '别人写的' })
  await expect(page.getByText('别人写的').first()).toBeVisible()
  await drawer.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByText('用哪一个')).toBeVisible()
})

test('a rep chooses his own password and sees a phone only after asking', async ({ browser, server }) => {
  const rep = await server.colleague(`赵一鸣${stamp}`, 'rep')
  const name = `绍兴越恒印染集团${stamp}`
  await server.customer({ name, phone: '13861557720', owner: rep.id })
  await server.customer({ name: `别人的客户${stamp}` })

  const { context, page } = await firstSignIn(browser, rep)
  await openCustomers(page)
  await expect(page.getByRole('link', { name })).toBeVisible()
  await expect(page.getByText(`别人的客户${stamp}`)).toBeHidden()
  const row = page.getByRole('row', { name })
  await expect(row).toContainText('****')
  await row.getByRole('button', { name: '查看' }).click()
  await expect(row).toContainText('7720')
  await expect(row).not.toContainText('****')
  const shown = await new Server(context.request).call<{ items: { kind: string }[] }>(
    'GET',
    `/customers/${await idOf(page, name)}/history`,
  )
  expect(shown.items.some(({ kind }) => kind === 'revealed')).toBe(true)
  await context.close()
})

test('a rep enters a phone, replaces it and never sends the mask back', async ({ browser, server }) => {
  const rep = await server.colleague(`钱小芸${stamp}`, 'rep')
  const name = `湖州南浔木业${stamp}`
  const number = `139${Math.random().toString().slice(2, 6)}`
  const { context, page } = await firstSignIn(browser, rep)
  await openCustomers(page)
  await page.getByRole('button', { name: '新建客户' }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByRole('textbox', { name: '客户名称' }).fill(name)
  await drawer.getByRole('textbox', { name: '电话' }).fill(`${number}1234`)
  await drawer.getByRole('button', { name: '保存', exact: true }).click()
  await page.locator('.toast').getByRole('button', { name: '打开' }).click()
  await expect(page.locator('.profile')).toContainText('139****1234')

  const id = page.url().split('/').pop()!
  const stored = async () => (await server.call<{ phone: string }>('GET', `/customers/${id}`)).phone
  expect(await stored()).toBe(`+86${number}1234`)
  await page.getByRole('button', { name: '改资料' }).first().click()
  await expect(drawer.getByRole('textbox', { name: '电话' })).toHaveValue('')
  await expect(drawer.getByRole('textbox', { name: '电话' })).toHaveAttribute('placeholder', /139\*{4}1234/)
  await drawer.getByRole('textbox', { name: '简称' }).fill('南浔木业')
  await drawer.getByRole('button', { name: '保存', exact: true }).click()
  await expect(drawer).toBeHidden()
  expect(await stored()).toBe(`+86${number}1234`)

  await page.getByRole('button', { name: '改 电话' }).click()
  await page.getByRole('textbox', { name: '电话' }).fill(`${number}5678`)
  await page.getByRole('textbox', { name: '电话' }).press('Enter')
  await expect(page.locator('.profile')).toContainText('139****5678')
  expect(await stored()).toBe(`+86${number}5678`)
  await context.close()
})

async function firstSignIn(browser: Browser, { login, password }: { login: string; password: string }) {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto('/')
  await page.getByRole('textbox', { name: '登录名' }).fill(login)
  await page.getByRole('textbox', { name: '密码' }).fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('textbox', { name: '一次性密码' }).fill(password)
  await page.getByRole('textbox', { name: '新密码' }).fill('chao-Luo-2026')
  await page.getByRole('button', { name: '换好，开始用' }).click()
  await expect(page.getByRole('heading', { name: '今日' })).toBeVisible()
  return { context, page }
}

const idOf = async (page: Page, name: string) =>
  (await page.getByRole('link', { name }).getAttribute('href'))!.split('/').pop()!
