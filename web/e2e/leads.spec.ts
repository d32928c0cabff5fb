import { expect, newStamp, test } from './crm'

const stamp = newStamp()

test('a lead is judged, told from a probe, and goes into the customer that is there', async ({
  page,
  server,
}) => {
  const phone = `139${String(Date.now()).slice(-8)}`
  const name = `苏州恒锐机械${stamp}`
  const customer = await server.customer({ name, phone })
  const lead = await server.call<{ id: string }>('POST', '/leads?duplicates=allow', {
    ...{ name: `恒锐展会${stamp}`, contactName: '陈工', phone, source: 'expo', campaign: '流体展' },
    need: '要两台循环水泵',
  })
  await page.goto(`/leads/${lead.id}`)
  const side = page.locator('.record-right')
  const answer = (question: string, choice: string) =>
    side.getByRole('radiogroup', { name: question }).getByText(choice, { exact: true }).click()

  await test.step('criteria make it qualified', async () => {
    for (const [at, criterion] of [
      '行业对口',
      '是能拍板或说得上话的人',
      '说得出要解决的事',
      '有预算',
    ].entries()) {
      await answer(criterion, '是')
      await expect(side.getByText(`${[15, 30, 45, 60][at]} / 60`)).toBeVisible()
    }
    await expect(page.locator('.facts').getByText('合格', { exact: true })).toBeVisible()
  })

  await test.step('four questions tell a buyer', async () => {
    await answer('说公司吗', '说了公司')
    await answer('自用还是转卖', '自用')
    await answer('说得清规格吗', '说得清')
    await expect(side.getByText('买家', { exact: true })).toBeVisible()
  })

  await test.step('the customer with the same number is offered and taken', async () => {
    await page.getByRole('button', { name: '转化' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('radio', { name: new RegExp(`^已经有「${name}」`) })).toBeChecked()
    await expect(dialog.getByRole('radio', { name: '新建「陈工」' })).toBeChecked()
    await dialog.getByRole('button', { name: '转化' }).click()
    await expect(dialog).toBeHidden()
    await expect(side.getByRole('link', { name })).toBeVisible()
    await expect(page.getByRole('button', { name: '转化' })).toBeHidden()
  })

  await test.step('and names the lead on its page', async () => {
    await page.goto(`/customers/${customer.id}`)
    await expect(page.getByRole('heading', { name: '来自线索' })).toBeVisible()
    await page.locator('.record-right').getByRole('link', { name: '陈工' }).last().click()
    await expect(page).toHaveURL(new RegExp(`/leads/${lead.id}`))
  })
})

test('a lead that is nothing is marked invalid with a reason, and comes back', async ({ page, server }) => {
  const lead = await server.call<{ id: string }>('POST', '/leads', { name: `空号公司${stamp}` })
  await page.goto(`/leads/${lead.id}`)
  await page.locator('.record-head').getByRole('button', { name: '更多' }).click()
  await page.getByRole('menuitem', { name: '标为无效' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '标为无效' }).click()
  await expect(dialog.getByText('这一项要填')).toBeVisible()
  await dialog.getByRole('radio', { name: '空号、联系不上' }).check()
  await dialog.getByLabel('说明').fill('打了三次')
  await dialog.getByRole('button', { name: '标为无效' }).click()
  await expect(page.locator('.record-right').getByText('打了三次')).toBeVisible()
  await page.getByRole('button', { name: '恢复' }).click()
  await expect(page.locator('.facts').getByText('跟进中', { exact: true })).toBeVisible()
})

test('what a new customer needs and the lead does not have is asked for with the conversion', async ({
  page,
  server,
}) => {
  const field = { key: `line${stamp}`, label: `产线${stamp}`, type: 'text', required: true }
  const made = await server.call<{ id: string; version: number }>('POST', '/custom-fields/customer', field)
  try {
    const name = `要填产线的${stamp}`
    const lead = await server.call<{ id: string }>('POST', '/leads', { name })
    await page.goto(`/leads/${lead.id}`)
    await page.getByRole('button', { name: '转化' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '转化' }).click()
    await expect(dialog.getByLabel(`产线${stamp}`)).toBeVisible()
    await dialog.getByLabel(`产线${stamp}`).fill('三号线')
    await dialog.getByRole('button', { name: '转化' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.locator('.record-right').getByRole('link', { name })).toBeVisible()
  } finally {
    await server.call('DELETE', `/custom-fields/customer/${made.id}`)
  }
})
