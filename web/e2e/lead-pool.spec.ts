import { expect, newStamp, test } from './crm'

const stamp = newStamp()

test('a rep takes a lead out of its pool, and gives it back with a reason', async ({ page, server }) => {
  const name = `展会名片${stamp}`
  const made = await server.call<{ id: string }>('POST', '/leads', { name, owner: null })

  await test.step('the page of pools turns to leads', async () => {
    await page.goto('/pool')
    await page.locator('.pool-objects').getByText('线索').click()
    await expect(page).toHaveURL(/of=lead/)
    await page.getByRole('textbox', { name: '在这个线索池里找' }).fill(stamp)
    await page.getByRole('row', { name }).getByRole('button', { name: '领取' }).click()
    await expect(page.getByText(`领到了：${name}`)).toBeVisible()
  })

  await test.step('and gives it back with a reason', async () => {
    await page.goto(`/leads/${made.id}`)
    await page.locator('.record-title').getByRole('button', { name: '更多', exact: true }).click()
    await page.getByRole('menuitem', { name: '退回线索池' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: '为什么退回' }).fill('打不通')
    await dialog.getByRole('button', { name: '退回线索池' }).click()
    await expect(page).toHaveURL(/\/pool\?of=lead/)
    await expect(page.getByRole('row', { name }).getByText('打不通')).toBeVisible()
  })
})
