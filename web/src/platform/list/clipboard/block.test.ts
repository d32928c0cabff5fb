import { describe, expect, it } from 'vitest'
import { cellsOf, guard, unguard } from './block'

describe('the cells of a block', () => {
  it('are parted by tabs and lines, whose last end makes no row', () => {
    expect(cellsOf('甲\t乙\r\n丙\t\r\n')).toEqual([
      ['甲', '乙'],
      ['丙', ''],
    ])
    expect(cellsOf('一格')).toEqual([['一格']])
    expect(cellsOf('\t')).toEqual([['', '']])
  })
  it('may hold tabs, lines and quotes when they stand in quotes', () => {
    expect(cellsOf('"两\n行"\t"说""好"""\t5" 管\n"没有结尾')).toEqual([
      ['两\n行', '说"好"', '5" 管'],
      ['"没有结尾'],
    ])
  })
})

describe('what a spreadsheet program would take for a formula', () => {
  it.each(['=1+1', '+86', '-5', '@a', '＝1', ' =1', "'=1", '−5'])('%s gets an apostrophe, once', (text) => {
    expect(guard(text)).toBe(`'${text}`)
    expect(unguard(guard(text))).toBe(text)
  })
  it.each(['a=1', "'甲", '138-0000', ''])('%s stays as it is', (text) => {
    expect(guard(text)).toBe(text)
    expect(unguard(text)).toBe(text)
  })
})
