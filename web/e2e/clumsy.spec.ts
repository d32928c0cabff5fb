import { expect, newStamp, openCustomers, test } from './crm'

const stamp = newStamp()

test('a quick filter keeps its button in reach, and a double click answers one question only', async ({
  page,
  server,
}) => {
  const name = `清江农村信用社${stamp}`
  await server.customer({ name, industry: 'J66' })
  await openCustomers(page)

  await test.step('the list of industries does not cover what applies it', async () => {
    await page.locator('.chip', { hasText: '行业' }).click()
    await page.getByRole('combobox', { name: '行业' }).fill('金融业')
    await page.locator('.ant-cascader-menu-item').first().click()
    await page.getByRole('button', { name: '筛选', exact: true }).click()
    await expect(page).toHaveURL(/filter=industry/)
    await expect(page.getByRole('link', { name })).toBeVisible()
  })

  await test.step('the second click of two does not reach what lies beneath', async () => {
    await page.getByRole('checkbox', { name: `选 ${name}` }).check()
    await page.getByRole('region', { name: '批量操作' }).getByRole('button', { name: '删除' }).click()
    const before = page.url()
    await page.getByRole('button', { name: '删掉 1 条' }).dblclick()
    await expect(page.locator('.toast', { hasText: '删除客户，1 条' })).toBeVisible()
    expect(page.url()).toBe(before)
    await page.locator('.toast', { hasText: '删除客户' }).getByRole('button', { name: '撤销' }).click()
    await expect(page.getByRole('link', { name })).toBeVisible()
  })
})

test('two clicks open a dialog that stays', async ({ page, server }) => {
  const { name } = await server.customer({ name: `双击一家${stamp}` })
  await openCustomers(page, `?q=${encodeURIComponent(name)}`)
  await page.getByRole('checkbox', { name: `选 ${name}` }).check()
  await page.getByRole('region', { name: '批量操作' }).getByRole('button', { name: '转移' }).dblclick()
  const dialog = page.getByRole('dialog', { name: '把 1 条转给谁？' })
  await dialog.getByRole('combobox').fill('没有这位')
  await expect(dialog.getByRole('combobox')).toHaveValue('没有这位')
})

const targets = [
  '.ant-btn, .chip, .icon-button, .tab-row > [role=tab], .ant-tabs-tab, .ant-select, .ant-checkbox-wrapper',
  '.ant-input-affix-wrapper, :not(.ant-input-affix-wrapper) > .ant-input',
].join()

test('a finger hits everything on the phone', async ({ page, server }) => {
  const { id } = await server.customer({ name: `云栖小镇${stamp}` })
  await page.setViewportSize({ width: 390, height: 844 })
  for (const path of ['/', '/customers', `/customers/${id}`, '/customers/pairs', '/settings/roles']) {
    await page.goto(path)
    await expect(page.locator('h1').first()).toBeVisible()
    await expect(page.locator('.skeleton')).toHaveCount(0)
    const small = await page
      .locator(targets)
      .evaluateAll((all) =>
        all
          .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 43.5)
          .map((one) => one.outerHTML.slice(0, 120)),
      )
    expect(small, path).toEqual([])
  }
})
