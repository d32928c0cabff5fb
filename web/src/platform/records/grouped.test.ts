import { expect, it } from 'vitest'
import { grouped } from './grouped'

it('gathers groups by name behind what has none, each in its own order', () => {
  const tag = (name: string, group?: string | null) => ({ name, group: group ?? null })
  const all = [tag('甲', '来路'), tag('乙'), tag('丙', '产品'), tag('丁', '来路'), tag('戊', '')]
  expect(grouped(all).map(({ group, items }) => [group, items.map(({ name }) => name).join('')])).toEqual([
    ['', '乙戊'],
    ['产品', '丙'],
    ['来路', '甲丁'],
  ])
})

it('has no groups where there is nothing', () => {
  expect(grouped([])).toEqual([])
})
