import { expect, openCustomers, newStamp, test } from './crm'

const stamp = newStamp()

const hostile = [
  `<script>window.ran=1</script>${stamp}`,
  `"><svg onload="window.ran=1">${stamp}`,
  `<img src=x onerror=window.ran=1>${stamp}`,
  `\u05E9\u05DC\u05D5\u05DD ${stamp}`,
  `${'长'.repeat(190)}${stamp}`.slice(0, 200),
]

test('names that would like to be code stay names', async ({ page, server }) => {
  const made = []
  for (const name of hostile) made.push(await server.customer({ name, address: name, remark: name }))
  await server.call('POST', '/contacts?duplicates=allow', {
    name: hostile[0]!.slice(0, 100),
    customer: made[0]!.id,
  })
  const calm = async () =>
    expect(await page.evaluate(() => (window as unknown as { ran?: number }).ran)).toBeUndefined()

  await openCustomers(page)
  await page.getByRole('textbox', { name: '在这个列表里找' }).fill(stamp)
  await expect(page.locator('.cell-title')).toHaveCount(hostile.length)
  await calm()
  for (const { id, name } of made) {
    await page.goto(`/customers/${id}`)
    await expect(page.locator('h1')).toHaveText(name)
    await calm()
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overflow, `${name.slice(0, 20)} is wider than the page`).toBeLessThanOrEqual(0)
  }
  await page.goto('/contacts')
  await expect(page.locator('.cell-title').first()).toBeVisible()
  await calm()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill(stamp)
  await page.waitForLoadState('networkidle')
  await calm()
})
