import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { both, parseFilter, printFilter, tryParse, type Condition, type Group, type Node } from './rsql'

const value = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }).map((text) => `x${text}`)
const single: fc.Arbitrary<Condition> = fc.record({
  field: fc.constantFrom('name', 'custom.key', 'createdAt'),
  op: fc.constantFrom('==', '!=', '=like=', '=ge='),
  values: fc.array(value, { minLength: 1, maxLength: 1 }),
})
const listed: fc.Arbitrary<Condition> = fc.record({
  field: fc.constant('level'),
  op: fc.constantFrom('=in=', '=out='),
  values: fc.array(value, { minLength: 1, maxLength: 4 }),
})
const leaf = fc.oneof(single, listed)
const inner = (all: boolean): fc.Arbitrary<Node> =>
  fc.oneof(leaf, fc.record({ all: fc.constant(!all), items: fc.array(leaf, { minLength: 2, maxLength: 3 }) }))
const filter: fc.Arbitrary<Group> = fc.oneof(
  fc.record({ all: fc.constant(true), items: fc.array(inner(true), { minLength: 2, maxLength: 4 }) }),
  fc.record({ all: fc.constant(false), items: fc.array(inner(false), { minLength: 2, maxLength: 4 }) }),
)

describe('filter text', () => {
  it('reads back what it wrote, whatever the values hold', () => {
    fc.assert(
      fc.property(filter, (tree) => {
        expect(parseFilter(printFilter(tree))).toEqual(tree)
      }),
    )
  })

  it('reads the example of the conventions', () => {
    const text = 'owner==@me;level=in=(A,B);createdAt=ge=@today-30d;name=like=科技'
    expect(parseFilter(text).items).toHaveLength(4)
    expect(printFilter(parseFilter(text))).toBe(text)
  })

  it('keeps "or" inside "and" in parentheses', () => {
    expect(both('a==1,b==2', 'c==3')).toBe('(a==1,b==2);c==3')
  })

  it('says nothing rather than guessing when the address holds no filter', () => {
    expect(tryParse('name=')).toBeNull()
    expect(tryParse('a==1;(b==2')).toBeNull()
  })

  it('quotes spaces, brackets and quotation marks', () => {
    const tree: Group = { all: true, items: [{ field: 'name', op: '==', values: ["O'Hara (苏州) a,b\\"] }] }
    expect(parseFilter(printFilter(tree))).toEqual(tree)
  })
})
