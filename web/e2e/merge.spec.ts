import { expect, newStamp, openCustomers, test } from './crm'

test('two records of one firm become one, and two again', async ({ page, server }) => {
  const stamp = newStamp()
  const full = `苏州恒锐${stamp}有限公司`
  const short = `苏州恒锐${stamp}`
  const stays = await server.customer({ name: full })
  const goes = await server.customer({ name: short, website: 'www.hengrui.example' })
  await server.call('POST', '/contacts', { name: `王建国${stamp}`, customer: goes.id })

  await openCustomers(page)
  await page.getByRole('textbox', { name: '在这个列表里找' }).fill(stamp)
  for (const name of [full, short])
    await page.getByRole('checkbox', { name: `选 ${name}`, exact: true }).check()
  await page.getByRole('region', { name: '批量操作' }).getByRole('button', { name: '合并' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: `留下 · ${full}`, exact: true }).check()
  await expect(dialog).toContainText('1 位联系人')
  await dialog.getByRole('button', { name: '合并', exact: true }).click()

  await expect(page).toHaveURL(new RegExp(`/customers/${stays.id}$`))
  await expect(page.getByRole('heading', { name: full })).toBeVisible()
  await expect(page.getByText(`王建国${stamp}`).first()).toBeVisible()
  await page.goto(`/customers/${goes.id}`)
  await expect(page).toHaveURL(new RegExp(`/customers/${stays.id}$`))

  await page.getByRole('button', { name: '撤销合并' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '撤销合并' }).click()
  await expect(page.locator('.toast', { hasText: '合并撤销了' })).toBeVisible()
  await page.goto(`/customers/${goes.id}`)
  await expect(page.getByRole('heading', { name: short, exact: true })).toBeVisible()
})
