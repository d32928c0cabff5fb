import { expect, it } from 'vitest'
import { guideFor } from './guideFor'
import { pageOf, pages } from './pages'

const names = pages.map(({ name }) => name)

it('shows every page of the table of contents, with links and pictures that lead somewhere', () => {
  expect(names.length).toBeGreaterThan(10)
  for (const name of names) {
    const page = document.createElement('div')
    page.innerHTML = pageOf(name)!
    expect(page.textContent!.length, name).toBeGreaterThan(100)
    expect(page.querySelector('h1'), name).toBeNull()
    for (const link of page.querySelectorAll('a[href]')) {
      const address = decodeURIComponent(link.getAttribute('href')!)
      if (!/^https?:/.test(address)) expect(names, address).toContain(address.replace('/guide/', ''))
    }
    for (const picture of page.querySelectorAll('img'))
      expect(picture.getAttribute('src'), name).not.toMatch(/^pictures/)
  }
  expect(pageOf('README')).toBeUndefined()
})

it('opens at the page about the work at hand', () => {
  expect(guideFor('/customers')).toBe('列表视图与筛选')
  expect(guideFor('/customers/0192')).toBe('客户与联系人')
  expect(guideFor('/customers/deleted')).toBe('批量与撤销')
  expect(guideFor('/settings/rates')).toBe('汇率')
  expect(guideFor('/')).toBe('一天怎么过')
  expect(guideFor('/setup')).toBe('快速开始')
  for (const path of ['/imports', '/downloads', '/settings/roles', '/settings/tokens', '/settings/sessions'])
    expect(names, path).toContain(guideFor(path))
})
