import { expect, newStamp, test } from './crm'

const stamp = newStamp()

test('a rep takes a customer out of a pool, and gives it back with a reason', async ({ page, server }) => {
  const name = `无主泵业${stamp}`
  const other = `无主阀门${stamp}`
  const made = await server.customer({ name, owner: null })
  await server.customer({ name: other, owner: null })

  await test.step('the pool shows who waits', async () => {
    await page.goto('/')
    await page.getByRole('navigation').first().getByRole('link', { name: '公海' }).click()
    await page.getByRole('navigation', { name: '公海' }).getByRole('button', { name: /^公海/ }).click()
    await page.getByRole('textbox', { name: '在这个公海里找' }).fill(stamp)
    await expect(page.getByRole('button', { name: other })).toBeVisible()
    await page.getByRole('button', { name }).click()
    await expect(page.getByRole('dialog', { name })).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('who claims it owns it', async () => {
    await page.getByRole('row', { name }).getByRole('button', { name: '领取' }).click()
    await expect(page.getByText(`领到了：${name}`)).toBeVisible()
    await expect(page.getByRole('button', { name, exact: true })).toBeHidden()
  })

  await test.step('many are claimed at once', async () => {
    await page.getByRole('checkbox', { name: new RegExp(other) }).check()
    await page.getByRole('button', { name: '领取 1 家' }).click()
    await expect(page.getByRole('button', { name: other, exact: true })).toBeHidden()
  })

  await test.step('and gives it back with a reason', async () => {
    await page.goto(`/customers/${made.id}`)
    await page.locator('.record-title').getByRole('button', { name: '更多', exact: true }).click()
    await page.getByRole('menuitem', { name: '退回公海' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: '为什么退回' }).fill('换了供应商')
    await dialog.getByRole('button', { name: '退回公海' }).click()
    await expect(page).toHaveURL(/\/pool/)
    await expect(page.getByRole('row', { name }).getByText('换了供应商')).toBeVisible()
  })
})

test('an administrator opens a pool of its own for a region', async ({ page, server }) => {
  const name = `上海公海${stamp}`
  await server.customer({ name: `上海无主${stamp}`, owner: null, region: '310115' })
  await page.goto('/settings/pools')
  await page.getByRole('button', { name: '新公海' }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByRole('textbox', { name: '名称' }).fill(name)
  await drawer.getByRole('spinbutton', { name: '每人每天最多领' }).fill('3')
  await drawer.getByRole('button', { name: '保存' }).click()
  await expect(drawer).toBeHidden()
  await expect(page.getByRole('row', { name })).toBeVisible()
  await page.getByRole('button', { name: `删除 ${name}` }).click()
  await page.getByRole('dialog').getByRole('button', { name: '删除' }).click()
  await expect(page.getByRole('row', { name })).toBeHidden()
})
