import AxeBuilder from '@axe-core/playwright'
import { expect, stamp, test } from './crm'

const pages = [
  '/',
  '/customers',
  '/contacts',
  '/customers/cleanup',
  '/customers/deleted',
  '/import',
  '/imports',
  '/downloads',
  ...['firm', 'people', 'departments', 'roles', 'dictionaries', 'fields', 'tags', 'access'].map(
    (name) => `/settings/${name}`,
  ),
  ...['preferences', 'sessions', 'tokens'].map((name) => `/settings/${name}`),
]

const widths = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } }

for (const scheme of ['light', 'dark'] as const) {
  for (const [device, viewport] of Object.entries(widths)) {
    test(`every page passes WCAG A and AA: ${device}, ${scheme}`, async ({ page, server }) => {
      test.setTimeout(240_000)
      const { id } = await server.customer({
        name: `台州椒江阀门配件厂${stamp}`,
        phone: '13861557720',
        importance: 'vip',
      })
      await page.setViewportSize(viewport)
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
      const found: string[] = []
      for (const path of [...pages, `/customers/${id}`]) {
        await page.goto(path)
        await expect(page.locator('h1').first()).toBeVisible()
        await expect(page.locator('.skeleton')).toHaveCount(0)
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
          .analyze()
        for (const { id: rule, nodes } of violations)
          found.push(`${path} ${rule}: ${nodes[0]!.html.slice(0, 160)}`)
      }
      expect(found).toEqual([])
    })
  }
}

test('the door passes WCAG A and AA', async ({ page }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.goto('/')
    await expect(page.locator('h1')).toBeVisible()
    expect((await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze()).violations).toEqual([])
  }
})
