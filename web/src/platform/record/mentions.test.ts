import { describe, expect, it } from 'vitest'
import { partsOf, readable, withMentions } from './mentions'

const zhou = { id: '01a20261-55ef-7000-a8dd-5d3d8b892f22', label: '周雅婷' }
const zhouTing = { id: '01a20261-55ef-7000-a8dd-5d3d8b892f23', label: '周雅' }
const other = { id: '01a20261-55ef-7000-a8dd-5d3d8b892f24', label: '周雅婷' }

describe('people in a comment', () => {
  it('are sent with their ids, the longer name first', () => {
    expect(withMentions('请 @周雅婷 看，@周雅 也看', [zhouTing, zhou])).toBe(
      `请 @[周雅婷](person:${zhou.id}) 看，@[周雅](person:${zhouTing.id}) 也看`,
    )
  })
  it('of the same name are told apart by the order of choosing', () => {
    const sent = withMentions('@周雅婷 @周雅婷 ＠周雅婷', [zhou, other])
    expect(partsOf(sent).filter((part) => typeof part !== 'string')).toEqual([zhou, other, other])
  })
  it('are only those that were chosen', () => {
    expect(withMentions('@周雅婷 a@b.cn', [])).toBe('@周雅婷 a@b.cn')
    expect(withMentions('@王总', [zhou])).toBe('@王总')
  })
  it('come back readable', () => {
    const sent = withMentions('请 @周雅婷 看\n明天', [zhou])
    expect(readable(sent)).toEqual({ text: '请 @周雅婷 看\n明天', people: [zhou] })
    expect(partsOf(sent)).toEqual(['请 ', zhou, ' 看\n明天'])
    expect(partsOf('@[](person:1) @[王](person:x)')).toEqual(['@[](person:1) @[王](person:x)'])
  })
})
