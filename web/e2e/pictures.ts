import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, openCustomers, test } from './crm'

const folder = join(import.meta.dirname, '../../docs/guide/pictures')
const LARGEST = 200_000

async function take(page: Page, name: string) {
  await page.mouse.move(720, 899)
  await expect(page.locator('h1').first()).toBeVisible()
  await expect(page.locator('.skeleton')).toHaveCount(0)
  const path = join(folder, `${name}.png`)
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' })
  expect((await stat(path)).size, name).toBeLessThanOrEqual(LARGEST)
}

const firms = [
  ['苏州恒锐精密机械有限公司', '恒锐', '320505', 'C34', '0512 6825 1100', 'b2b', 'vip', 'expo'],
  ['常州泰岳新能源材料有限公司', '泰岳', '320402', 'C38', '0519 8510 2200', 'b2b', 'important', 'search'],
  ['嘉兴禾盛食品机械有限公司', '禾盛', '330402', 'C35', '0573 8220 3310', 'b2b', 'important', 'wordOfMouth'],
  ['合肥庐科半导体设备有限公司', '庐科', '340104', 'C39', '0551 6532 4410', 'b2b', 'ordinary', 'expo'],
  ['宁波东澜注塑设备有限公司', '东澜', '330206', 'C35', '0574 8660 5500', 'channel', 'important', 'search'],
  ['绍兴越恒印染集团有限公司', '越恒', '330602', 'C17', '0575 8513 6620', 'b2b', 'vip', 'coldCall'],
  ['温州瓯拓泵业有限公司', '瓯拓', '330302', 'C34', '0577 8880 7720', 'channel', 'ordinary', 'expo'],
  ['扬州邗城制药设备有限公司', '邗城', '321003', 'C35', '0514 8736 8810', 'b2b', 'important', 'expo'],
  ['南通沪江水处理工程有限公司', '沪江', '320612', 'N77', '0513 8559 2210', 'b2b', 'vip', 'partnerReferral'],
  ['芜湖奇峰汽车零部件有限公司', '奇峰', '340202', 'C36', '0553 3839 9900', 'b2b', 'ordinary', 'search'],
]

const behaviours = ['active', 'active', 'dormant', 'active', 'lost']

const contacts = [
  ['王建国', '采购经理', '13915402207', true],
  ['黄丽', '财务总监', '13861557720', false],
] as const

/** Fills an empty installation with a small firm and photographs every page that the guide shows. */
test('pictures of the guide', async ({ page, server }) => {
  test.setTimeout(300_000)
  const { version } = await server.call<{ version: number }>('GET', '/firm')
  const names = { name: '海岳流体设备', shortName: '海岳流体' }
  await server.call('PATCH', '/firm', names, { 'If-Match': `"${version}"` })
  const tags: string[] = []
  for (const [name, color] of [
    ['灯塔案例', 'ok'],
    ['比价中', 'gray'],
    ['大客户', 'blue'],
  ])
    tags.push((await server.call<{ id: string }>('POST', '/tags', { name, color })).id)
  const people = []
  for (const [name, role] of [
    ['林晓雯', 'manager'],
    ['何雨桐', 'rep'],
    ['陈嘉怡', 'rep'],
  ])
    people.push(await server.colleague(name!, role!))
  const made: { id: string }[] = []
  for (const [index, [name, shortName, region, industry, phone, relation, importance, source]] of [
    ...firms.entries(),
  ].reverse()) {
    const owner = people[index % people.length]!.id
    const graded = {
      potential: ['high', 'medium', 'high', 'low'][index % 4],
      behaviour: behaviours[index % 5],
    }
    const fields = {
      name,
      shortName,
      region,
      industry,
      phone,
      relation,
      importance,
      source,
      owner,
      ...graded,
    }
    made.unshift(await server.customer({ ...fields, tags: index % 3 ? [] : [tags[index % tags.length]!] }))
  }
  for (const [name, jobTitle, phone, primaryContact] of contacts)
    await server.call('POST', '/contacts?duplicates=allow', {
      name,
      jobTitle,
      phone,
      primaryContact,
      customer: made[0]!.id,
    })
  for (const text of ['要 200 台的价，比去年多一倍。预算 19 万以内', '发了样本册，约下周二去看样机'])
    await server.call('POST', `/customers/${made[0]!.id}/comments`, { text })
  await server.call('POST', '/custom-fields/customer', {
    key: 'pumps',
    label: '在用泵数',
    type: 'number',
    decimals: 0,
  })
  await server.call('POST', '/custom-fields/customer', { key: 'inspection', label: '年检日期', type: 'date' })
  for (const [currency, validFrom, rate] of [
    ['USD', '2026-07-01', '7.1603'],
    ['USD', '2026-11-01', '7.1104'],
    ['EUR', '2026-10-01', '8.2015'],
  ])
    await server.call('POST', '/exchange-rates', { currency, validFrom, rate })
  await server.call('POST', '/tokens', { name: 'ERP 对接', scopes: ['customer.read'] })

  const day = (ahead: number) =>
    new Date(Date.now() + (8 + ahead * 24) * 3_600_000).toISOString().slice(0, 10)
  for (const [index, subject, ahead] of [
    [0, '把改过的报价单发给王建国', -1],
    [8, '带样机去看现场', 0],
    [3, '问检测报告收到没有', 2],
  ] as const)
    await server.call('POST', '/tasks', { subject, dueOn: day(ahead), customer: made[index]!.id })
  for (const [index, ahead] of [
    [1, -2],
    [5, 0],
    [7, 0],
  ] as const) {
    const body = { nextFollowUp: day(ahead) }
    const { version } = await server.call<{ version: number }>('GET', `/customers/${made[index]!.id}`)
    await server.call('PATCH', `/customers/${made[index]!.id}`, body, { 'If-Match': `"${version}"` })
  }
  await page.goto('/')
  await expect(page.locator('.day-row').first()).toBeVisible()
  await take(page, 'today')
  await page.goto('/tasks')
  await expect(page.locator('.cell-title').first()).toBeVisible()
  await take(page, 'tasks')
  await openCustomers(page)
  await expect(page.locator('.cell-title').first()).toBeVisible()
  await page.locator('.cell-title').first().click()
  const entry = page.locator('.entry').first()
  await expect(entry).toBeVisible()
  await take(page, 'customers')
  await page.keyboard.press('Escape')
  for (const box of (await page.getByRole('checkbox', { name: /^选 / }).all()).slice(0, 4)) await box.check()
  await take(page, 'bulk')
  await page.getByRole('button', { name: '不选了' }).click()
  await page.getByRole('button', { name: '导出这个列表' }).click()
  await page.getByRole('menuitem', { name: '导出成 Excel' }).click()
  await expect(page.locator('.toast').getByRole('button', { name: '下载' })).toBeVisible()
  await page.goto('/downloads')
  await take(page, 'downloads')
  await page.goto('/customers/matrix')
  await expect(page.locator('.matrix')).toBeVisible()
  await take(page, 'matrix')
  const lead = await server.call<{ id: string; version: number }>('POST', '/leads?duplicates=allow', {
    ...{ name: '无锡锡山换热设备有限公司', contactName: '周工', phone: '13861557720', source: 'expo' },
    ...{ campaign: '2026 苏州流体展', need: '要两台循环水泵，问年底前能不能到货', region: '320205' },
    ...{ inquiryCompany: 'given', inquiryUse: 'ownUse', inquirySpecification: 'clear' },
  })
  await server.call(
    'PUT',
    `/leads/${lead.id}/qualification`,
    { answers: { industry: true, region: true, need: true, budget: false } },
    { 'If-Match': `"${lead.version}"` },
  )
  await page.goto(`/leads/${lead.id}`)
  await expect(page.getByText('40 / 60')).toBeVisible()
  await take(page, 'leads')
  await page.goto(`/customers/${made[0]!.id}`)
  await expect(entry).toBeVisible()
  await take(page, 'record')
  const sharedWith = `/customers/${made[0]!.id}/shares/person/${people[1]!.id}`
  await server.call('PUT', sharedWith, { level: 'read', until: '2027-06-30' })
  await page.locator('.record-right').getByRole('button', { name: /共享$/ }).click()
  await page.getByRole('dialog').getByText('一起跟进').click()
  await take(page, 'share')
  await page.goto('/import')
  const table =
    '客户名称,电话,地区\n无锡锡山换热设备有限公司,13861557720,江苏 无锡\n宁波北仑模塑厂,1385747301,浙江 宁波\n苏州恒锐精密机械有限公司,13915402207,江苏 苏州\n'
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '2026 苏州流体展名片.csv', mimeType: 'text/csv', buffer: Buffer.from(table) })
  await page.getByRole('button', { name: '检查' }).click()
  await expect(page.locator('.import-counts')).toBeVisible()
  await take(page, 'import')
  for (const name of ['roles', 'fields', 'dictionaries', 'calendar', 'rates', 'tokens']) {
    await page.goto(`/settings/${name}`)
    await expect(page.locator('.side-body h1')).toBeVisible()
    await take(page, name)
  }
  await page.goto('/settings/people')
  await page.getByRole('button', { name: '加同事' }).click()
  await expect(page.getByRole('dialog').getByRole('textbox').first()).toBeVisible()
  await take(page, 'people')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^更多 何雨桐/ }).click()
  await page.getByRole('menuitem', { name: '离职交接' }).click()
  await expect(page.getByText('回公海')).toBeVisible()
  await take(page, 'handover')
  await page.goto('/settings/pools')
  await page.locator('.side-body table button').first().click()
  await page.getByRole('switch').last().click()
  await page.getByText('多少天没跟进').scrollIntoViewIfNeeded()
  await take(page, 'returns')
  await page.goto('/settings/preferences')
  await page.getByRole('button', { name: '打开两步验证' }).click()
  await expect(page.getByRole('img', { name: '给验证器扫的二维码' })).toBeVisible()
  await take(page, 'factor')
  await page.goto('/customers')
  await page.getByRole('button', { name: /^消息/ }).click()
  await expect(page.locator('.inbox')).toBeVisible()
  await take(page, 'inbox')
})
