import { choose, copied, expect, openCustomers, newStamp, paste, test } from './crm'

const stamp = newStamp()

const firms = ['苏州恒锐精密机械', '常州泰岳新能源材料', '嘉兴禾盛食品机械'].map((name) => `${name}${stamp}`)

test('a rep finds, filters, keeps a view, edits in the cell, and changes many with a way back', async ({
  page,
  server,
}) => {
  for (const name of firms) await server.customer({ name, importance: 'ordinary', source: 'expo' })
  const tag = await server.call<{ name: string }>('POST', '/tags', { name: `重点${stamp}`, color: 'blue' })
  const colleague = await server.colleague(`何雨桐${stamp}`, 'rep')

  await openCustomers(page)
  await page.getByRole('textbox', { name: '在这个列表里找' }).fill('恒锐')
  await expect(page.getByRole('link', { name: firms[0]! })).toBeVisible()
  await expect(page.getByRole('link', { name: firms[1]! })).toBeHidden()
  await page.getByRole('textbox', { name: '在这个列表里找' }).fill('')

  await test.step('filter and save as a view', async () => {
    await page.getByRole('button', { name: '加筛选' }).click()
    await page.getByRole('combobox', { name: '字段' }).click()
    await choose(page, '客户名称')
    await page.getByRole('textbox', { name: '客户名称' }).fill(stamp)
    await page.getByRole('button', { name: '筛选', exact: true }).click()
    for (const name of firms) await expect(page.getByRole('link', { name })).toBeVisible()
    await page.getByRole('button', { name: '另存' }).click()
    await page.getByRole('dialog').getByRole('textbox', { name: '名称' }).fill(`展会${stamp}`)
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    await expect(page.getByRole('tab', { name: `展会${stamp}` })).toHaveAttribute('aria-selected', 'true')
  })

  await test.step('change a cell', async () => {
    await page.getByRole('button', { name: `改 简称 · ${firms[0]}` }).click()
    await page.getByRole('textbox', { name: `简称 · ${firms[0]}` }).fill(`恒锐${stamp}`)
    await page.keyboard.press('Enter')
    await expect(
      page.locator('td').filter({ hasText: new RegExp(`^恒锐${stamp}(点一下改)?$`) }),
    ).toBeVisible()
    await page.reload()
    await expect(
      page.locator('td').filter({ hasText: new RegExp(`^恒锐${stamp}(点一下改)?$`) }),
    ).toBeVisible()
  })

  await test.step('copy rows to a sheet, and paste what comes back', async () => {
    await page.getByRole('checkbox', { name: `选 ${firms[0]}` }).check()
    await page.getByRole('checkbox', { name: `选 ${firms[1]}` }).check()
    const [heads, ...rows] = (await copied(page)).split('\n')
    expect(heads).toContain('客户名称\t')
    expect(rows.join()).toContain(firms[0])
    expect(rows).toHaveLength(2)
    await page.getByRole('button', { name: '不选了' }).click()
    await page
      .getByRole('button', { name: /^改 简称/ })
      .first()
      .focus()
    await paste(page, '简称\n贴一\n贴二\n贴三\n贴四\n')
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText('下面没有行了，1 行不贴。')
    await dialog.getByRole('button', { name: '粘贴 3 格' }).click()
    const pasted = page.locator('td').filter({ hasText: /^贴[一二三](点一下改)?$/ })
    await expect(pasted).toHaveCount(3)
    await page.locator('.toast', { hasText: '贴了 3 行' }).getByRole('button', { name: '撤销' }).click()
    await expect(pasted).toHaveCount(0)
    await expect(
      page.locator('td').filter({ hasText: new RegExp(`^恒锐${stamp}(点一下改)?$`) }),
    ).toBeVisible()
  })

  await test.step('give all to a colleague, then take it back', async () => {
    await page
      .getByRole('checkbox', { name: 'Select all' })
      .or(page.locator('thead input[type=checkbox]'))
      .first()
      .check()
    const bar = page.getByRole('region', { name: '批量操作' })
    await expect(bar).toContainText('已选 3 条')
    await bar.getByRole('button', { name: '转移' }).click()
    await page.getByRole('dialog').getByRole('combobox').fill(colleague.name.slice(0, 3))
    await choose(page, colleague.name)
    await page.getByRole('button', { name: '转移 3 条' }).click()
    await expect(page.locator('td', { hasText: colleague.name })).toHaveCount(3)
    await page.locator('.toast', { hasText: '转移客户' }).getByRole('button', { name: '撤销' }).click()
    await expect(page.locator('td', { hasText: colleague.name })).toHaveCount(0)
  })

  await test.step('tag two of them', async () => {
    await page.getByRole('checkbox', { name: `选 ${firms[0]}` }).check()
    await page.getByRole('checkbox', { name: `选 ${firms[1]}` }).check()
    await page.getByRole('region', { name: '批量操作' }).getByRole('button', { name: '标签' }).click()
    const add = page.getByRole('button', { name: '加到 2 条' })
    await expect(async () => {
      await page.getByRole('dialog').getByRole('combobox').fill(tag.name)
      await choose(page, tag.name)
      await expect(add).toBeEnabled({ timeout: 2_000 })
    }).toPass()
    await page.keyboard.press('Escape')
    await add.click()
    await expect(page.locator('td .tag', { hasText: tag.name })).toHaveCount(2)
  })

  await test.step('carry a card to another column with the keyboard, and take it back', async () => {
    await page.getByRole('button', { name: '看板', exact: true }).click()
    await page.getByTitle('按什么分列').click()
    await page.getByRole('menuitem', { name: '重要性' }).click()
    const column = (name: string) => page.getByRole('region', { name, exact: true })
    const card = page.getByRole('link', { name: firms[0]! })
    await expect(column('普通').getByRole('link', { name: firms[0]! })).toBeVisible()
    await card.focus()
    await page.keyboard.press('Space')
    const said = (words: RegExp) => page.getByRole('status').filter({ hasText: words })
    await expect(said(/拿起了|在「普通」上/)).toBeAttached()
    await expect(async () => {
      await page.keyboard.press('ArrowLeft')
      await expect(said(/在「(?!普通)[^」]+」上/)).toBeAttached({ timeout: 1_000 })
    }).toPass()
    await page.keyboard.press('Space')
    await expect(column('普通').getByRole('link')).toHaveCount(2)
    await page.locator('.toast', { hasText: firms[0]! }).getByRole('button', { name: '撤销' }).click()
    await expect(column('普通').getByRole('link')).toHaveCount(3)
    await page.getByRole('button', { name: '还原' }).click()
  })

  await test.step('look aside and walk', async () => {
    await page.getByRole('link', { name: firms[2]! }).click()
    const peek = page.getByRole('complementary', { name: '侧看' })
    await expect(peek.getByText(firms[2]!)).toBeVisible()
    await page.keyboard.press('j')
    await expect(peek).toContainText('2 / 3')
    await page.keyboard.press('Escape')
    await expect(peek).toBeHidden()
  })
})
