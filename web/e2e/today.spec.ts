import { expect, newStamp, test } from './crm'

const stamp = newStamp()

const before = (day: string, days: number) => {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - days)
  return date.toISOString().slice(0, 10)
}

test('the day says what comes first and why; what is done leaves it', async ({ page, server }) => {
  await server.workAs(await server.colleague(`新来的${stamp}`, 'rep'))
  const { day } = await server.call<{ day: string }>('GET', '/today')
  const overdue = await server.customer({ name: `过期阀门${stamp}`, nextFollowUp: before(day, 3) })
  const due = await server.customer({ name: `今天水泵${stamp}`, nextFollowUp: day })
  const fresh = await server.customer({ name: `新到手的${stamp}` })
  const lead = await server.call<{ id: string }>('POST', '/leads', { name: `来询价的${stamp}` })
  await page.goto('/')
  const row = (name: string) => page.locator('.day-row', { hasText: name })

  await test.step('each stands in its section with a reason', async () => {
    await expect(row(overdue.name)).toContainText('已过 3 天')
    await expect(row(due.name)).toContainText('约好今天跟进')
    await expect(row(fresh.name)).toContainText('今天到你手上')
    await expect(row(`来询价的${stamp}`)).toContainText('还没有回应')
    const all = await page.locator('.day-title').allTextContents()
    const places = [overdue.name, due.name, `来询价的${stamp}`, fresh.name].map((name) => all.indexOf(name))
    expect(places).toEqual([...places].sort((one, other) => one - other))
  })

  await test.step('a note takes the customer away and goes on with the next one', async () => {
    await row(overdue.name)
      .getByRole('button', { name: `写记录：${overdue.name}` })
      .click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('说了什么').fill('样品收到了，下周给准信')
    await dialog.getByRole('button', { name: '保存' }).click()
    await expect(dialog.getByRole('link', { name: overdue.name })).toBeHidden()
    await expect(dialog).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(row(overdue.name)).toBeHidden()
    await page.reload()
    await expect(row(due.name)).toBeVisible()
    await expect(row(overdue.name)).toBeHidden()
  })

  await test.step('a date puts it off', async () => {
    await row(due.name).getByLabel(`改日期：${due.name}`).click()
    await page.locator('.ant-picker-presets').getByText('下周一').click()
    await expect(row(due.name)).toBeHidden()
    const planned = () => server.call<{ nextFollowUp: string }>('GET', `/customers/${due.id}`)
    await expect.poll(async () => (await planned()).nextFollowUp > day).toBe(true)
  })

  await test.step('a lead is answered', async () => {
    await row(`来询价的${stamp}`).getByRole('button', { name: '已回应' }).click()
    await expect(row(`来询价的${stamp}`)).toBeHidden()
    const answered = () => server.call<{ status: { id: string } }>('GET', `/leads/${lead.id}`)
    await expect.poll(async () => (await answered()).status.id).toBe('following')
  })
})

test('a number of the team opens its rows', async ({ page, server }) => {
  const { day } = await server.call<{ day: string }>('GET', '/today')
  const mate = await server.colleague(`组员${stamp}`, 'rep')
  for (const days of [1, 2]) {
    await server.customer({ name: `组员的${days}${stamp}`, owner: mate.id, nextFollowUp: before(day, days) })
  }
  await page.goto('/')
  await page.getByText('团队', { exact: true }).click()
  await expect(page).toHaveURL(/view=team/)
  const person = page.getByRole('row', { name: `组员${stamp}` })
  await page.getByRole('button', { name: '过期没跟进' }).click()
  await person.getByRole('link', { name: '过期没跟进 2' }).click()
  await expect(page).toHaveURL(/\/customers\?/)
  await expect(page.getByRole('link', { name: `组员的1${stamp}` })).toBeVisible()
  await expect(page.getByRole('link', { name: `组员的2${stamp}` })).toBeVisible()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('rows fit and nothing runs out of the screen', async ({ page, server }) => {
    const { day } = await server.call<{ day: string }>('GET', '/today')
    const name = `一家名字很长很长很长很长很长很长的股份有限公司${stamp}`
    await server.customer({ name, nextFollowUp: before(day, 1) })
    await page.goto('/')
    await expect(page.locator('.day-row', { hasText: name })).toBeVisible()
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBeLessThanOrEqual(390)
  })
})
