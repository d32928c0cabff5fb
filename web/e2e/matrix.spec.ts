import { expect, newStamp, openCustomers, test } from './crm'

const stamp = newStamp()

test('a manager sees where two grades meet, opens a cell, and writes what to do there', async ({
  page,
  server,
}) => {
  const name = `南通沉睡造船${stamp}`
  const asleep = await server.customer({ name, potential: 'high', behaviour: 'dormant' })
  await server.customer({ name: `活跃船厂${stamp}`, potential: 'high', behaviour: 'active' })

  await openCustomers(page)
  await page.getByRole('button', { name: '更多', exact: true }).first().click()
  await page.getByRole('menuitem', { name: '客户矩阵' }).click()
  const cell = page.getByRole('link', { name: /^潜力 高，活跃状态 沉睡：/ })
  const count = Number(await cell.textContent())
  expect(count).toBeGreaterThanOrEqual(1)

  await test.step('a cell opens its list', async () => {
    await cell.click()
    await expect(page.getByRole('link', { name })).toBeVisible()
    await expect(page.getByRole('link', { name: `活跃船厂${stamp}` })).toBeHidden()
    await expect(page.locator('.page-note').first()).toContainText(String(count))
    await page.goBack()
  })

  const play = `上门唤醒${stamp}`
  await test.step('the play of the cell is changed', async () => {
    await page.getByRole('button', { name: /^潜力 高，活跃状态 沉睡的打法/ }).click()
    await page.getByRole('tooltip').getByRole('button', { name: '改打法' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: '名称' }).fill(play)
    await dialog.getByRole('button', { name: '保存' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByText(play)).toBeVisible()
  })

  await test.step('and stands on the page of its customers', async () => {
    await page.goto(`/customers/${asleep.id}`)
    await expect(page.locator('.record-right').getByText(play)).toBeVisible()
  })

  await test.step('other fields can be crossed', async () => {
    await page.goto('/customers/matrix?rows=importance&columns=relation')
    await expect(page.getByRole('columnheader', { name: '渠道' })).toBeVisible()
    await page.getByRole('button', { name: '行列互换' }).click()
    await expect(page.getByRole('rowheader', { name: '渠道' })).toBeVisible()
  })
})
