import { expect, newStamp, test } from './crm'

const stamp = newStamp()

test('what is to be done is noted where one reads, done with a click, and comes again', async ({
  page,
  server,
}) => {
  const customer = await server.customer({ name: `任务客户${stamp}` })
  const side = page.locator('.record-right')
  const once = `回电话${stamp}`

  await test.step('one line and a day, on the page of the customer', async () => {
    await page.goto(`/customers/${customer.id}`)
    await side.getByRole('button', { name: '加任务' }).click()
    await side.getByRole('textbox', { name: '要做什么？回车保存' }).fill(once)
    await side.getByRole('button', { name: '明天' }).click()
    await side.getByRole('textbox', { name: '要做什么？回车保存' }).press('Enter')
    await expect(side.getByRole('link', { name: once })).toBeVisible()
  })

  await test.step('a click finishes it', async () => {
    await side.getByRole('button', { name: `完成「${once}」` }).click()
    await expect(side.getByRole('link', { name: once })).toBeHidden()
    await side.getByRole('button', { name: '看做完的 1 个' }).click()
    await expect(side.getByRole('link', { name: once })).toBeVisible()
  })

  await test.step('one of every week is followed by the next', async () => {
    const weekly = `问库存${stamp}`
    const made = await server.call<{ id: string }>('POST', '/tasks', {
      ...{ subject: weekly, dueOn: '2031-03-12', customer: customer.id, repeatUnit: 'week' },
    })
    await page.goto(`/tasks/${made.id}`)
    await page.getByRole('button', { name: '完成' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox').fill('还有两周的量')
    await dialog.getByRole('button', { name: '完成' }).click()
    await expect(page.getByRole('button', { name: '重新打开' })).toBeVisible()
    await page.goto('/tasks')
    await expect(page.getByRole('row').filter({ hasText: weekly })).toContainText('2031-03-19')
  })
})
