import { expect, newStamp, test } from './crm'

const stamp = newStamp()

test('a stranger fills in the form of a firm and somebody finds the lead', async ({
  page,
  browser,
  server,
}) => {
  const company = `余姚注塑厂${stamp}`
  let address = ''

  await test.step('a form is made and looked at before it is kept', async () => {
    await page.goto('/settings/forms')
    await page.getByRole('button', { name: '新表单' }).click()
    const drawer = page.getByRole('dialog', { name: '新网页表单' })
    await drawer.getByRole('textbox', { name: '名称' }).fill(`官网 ${stamp}`)
    await drawer.getByRole('button', { name: '预览' }).click()
    const preview = page.frameLocator('iframe[title=预览]')
    await expect(preview.getByRole('heading', { name: '留下联系方式，我们来找您' })).toBeVisible()
    await expect(preview.getByLabel(/^联系人/)).toBeVisible()
    await page.locator('.ant-modal-close').click()
    await drawer.getByRole('button', { name: '保存' }).click()
    await expect(drawer).toBeHidden()
    await page.getByRole('button', { name: `官网 ${stamp} 的链接和代码` }).click()
    address = (await page.locator('.secret a').getAttribute('href'))!
    expect(address).toMatch(/\/f\/[\w-]{32}$/)
  })

  await test.step('a stranger who forgets to agree is told so and keeps what he typed', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
    const form = await context.newPage()
    await form.goto(new URL(address).pathname)
    await form.getByLabel(/^公司名称/).fill(company)
    await form.getByLabel(/^联系人/).fill('<b>钱工</b>')
    await form.getByLabel(/^电话/).fill('12')
    await form.getByRole('checkbox').check()
    await form.waitForTimeout(2_100)
    await form.getByRole('button', { name: '提交' }).click()
    await expect(form.getByRole('alert')).toHaveText('有几处要改，改好再提交')
    await expect(form.getByLabel(/^公司名称/)).toHaveValue(company)
    await expect(form.getByLabel(/^联系人/)).toHaveValue('<b>钱工</b>')
    await form.getByLabel(/^电话/).fill('13861557721')
    await form.getByRole('checkbox').check()
    await form.getByRole('button', { name: '提交' }).click()
    await expect(form.getByRole('status')).toHaveText('收到了，谢谢！我们会尽快联系您。')
    expect(await context.cookies()).toEqual([])
    await context.close()
  })

  await test.step('the lead is there, with what was agreed to', async () => {
    const found = await server.call<{ items: { id: string }[] }>(
      'GET',
      `/leads?filter=${encodeURIComponent(`name=='${company}'`)}`,
    )
    await page.goto(`/leads/${found.items[0]!.id}`)
    await expect(page.getByRole('heading', { name: company })).toBeVisible()
    await expect(page.getByText('<b>钱工</b>').first()).toBeVisible()
    const side = page.locator('.lead-origin')
    await expect(side.getByText(`官网 ${stamp}`)).toBeVisible()
    await side.getByText('同意了条款第 1 版').click()
    await expect(side.getByText(/为了联系我/)).toBeVisible()
  })
})
