import { expect, it } from 'vitest'
import type { Row } from '@/platform/http'
import { branchesOf, under, type Branch } from './chart'

const contact = (id: string, superior?: string | null): Row => ({
  id,
  version: 1,
  createdAt: '',
  name: id,
  reportsTo: superior === undefined ? null : { id: superior, label: superior },
})
const drawn = (branches: Branch[]): string =>
  branches.map(({ contact, below }) => contact.id + (below.length ? `(${drawn(below)})` : '')).join(' ')

it('puts everybody below the superior, in their order', () => {
  const contacts = [contact('买', '采'), contact('总'), contact('采', '总'), contact('技', '总')]
  expect(drawn(branchesOf(contacts))).toBe('总(采(买) 技)')
})

it('puts on top whose superior is not here or out of sight', () => {
  expect(drawn(branchesOf([contact('买', '走了'), contact('技', null)]))).toBe('买 技')
})

it('cuts a circle and leaves nobody out', () => {
  const contacts = [contact('甲', '丙'), contact('乙', '甲'), contact('丙', '乙'), contact('总')]
  expect(drawn(branchesOf(contacts))).toBe('总 甲(乙(丙))')
  expect(drawn(branchesOf([contact('己', '己')]))).toBe('己')
  expect([...under(contacts, '甲')].sort()).toEqual(['丙', '乙', '甲'])
})

it('knows who is below, near or far', () => {
  const contacts = [contact('总'), contact('采', '总'), contact('买', '采'), contact('技', '总')]
  expect([...under(contacts, '采')].sort()).toEqual(['买', '采'])
})
