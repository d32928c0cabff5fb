import { expect, newStamp, test } from './crm'

const stamp = newStamp()

test('a visit is begun, answered without a network, sent once there is one, and touches the customer once', async ({
  page,
  context,
  server,
}) => {
  const customer = await server.customer({ name: `拜访客户${stamp}` })
  await server.call('POST', '/contacts?duplicates=allow', { name: `沈月琴${stamp}`, customer: customer.id })
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())
  const visit = await server.call<{ id: string }>('POST', '/visits', {
    ...{ goal: `看泵房${stamp}`, customer: customer.id, plannedOn: today },
  })

  await test.step('it stands on the page of the customer and leads to the spot', async () => {
    await page.goto(`/customers/${customer.id}`)
    await page.getByRole('link', { name: `看泵房${stamp}` }).click()
    await page.getByRole('button', { name: '去签到' }).click()
    await expect(page.getByText('还没签到')).toBeVisible()
    await expect(page.getByRole('button', { name: `沈月琴${stamp}` })).toBeVisible()
  })

  await test.step('what is done without a network is kept, also when the page is loaded again', async () => {
    await context.setOffline(true)
    await page.getByRole('button', { name: '签到' }).click()
    await expect(page.getByText('1 条待发送').filter({ visible: true })).toBeVisible()
    await page.getByRole('button', { name: `沈月琴${stamp}` }).click()
    for (const question of ['我们还能多做什么？', '做到超出期望，您得到什么？']) {
      await page.getByRole('textbox', { name: question }).fill('备一套密封件')
    }
    await page.getByRole('button', { name: '还差 1 项，去第 5 项' }).click()
    await expect(page.getByRole('alert')).toContainText('要写一条')
    await page.getByRole('textbox', { name: '哪里要改进？' }).fill('没有')
    await page.getByRole('textbox', { name: '结果' }).fill('月底给样机')
    await page.getByRole('button', { name: '签退' }).click()
    await expect(page.getByText('3 条待发送').filter({ visible: true })).toBeVisible()
  })

  await test.step('with the network it goes by itself', async () => {
    await context.setOffline(false)
    await expect(page.getByText('条待发送').filter({ visible: true })).toHaveCount(0, { timeout: 60_000 })
    const found = await server.call<{ items: { content: string }[] }>(
      'GET',
      `/activities?filter=customer==${customer.id}`,
    )
    expect(found.items.map(({ content }) => content)).toEqual(['月底给样机'])
    await page.goto(`/visits/${visit.id}`)
    await expect(page.locator('.visit-report')).toContainText('备一套密封件')
    await expect(page.locator('.visit-report')).toContainText(`沈月琴${stamp}`)
  })
})
