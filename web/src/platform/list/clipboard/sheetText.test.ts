import { expect, it } from 'vitest'
import type { Field, FieldType, Row } from '../../http'
import { liveIn } from '../../i18n'
import { sheetText, tableText } from './sheetText'

const words = { yes: '是', no: '否', outOfSight: '看不到', join: '、', currency: 'CNY' }
const field = (name: string, type: FieldType): Field => ({
  name,
  label: { zh: name, en: name },
  type,
  group: 'base',
  required: false,
  readOnly: false,
  right: 'write',
  list: true,
  sortable: true,
  filterable: true,
  quick: false,
})
const row = (values: object): Row => ({ id: '1', version: 1, createdAt: '', ...values })
const shown = (type: FieldType, value: unknown) => sheetText(field('it', type), row({ it: value }), words)

it('writes exact amounts, the currency where it is not the own one', () => {
  expect(shown('money', { amount: '-186000.5', currency: 'CNY' })).toBe('-186,000.50')
  expect(shown('money', { amount: '12', currency: 'USD' })).toBe('USD 12.00')
  expect(shown('percent', 12.5)).toBe('12.5%')
})

it('writes whole dates, and moments by the clock of the person', () => {
  liveIn('Asia/Shanghai')
  expect(shown('date', '2026-11-25')).toBe('2026-11-25')
  expect(shown('dateTime', '2026-11-25T20:30:00Z')).toBe('2026-11-26 04:30')
})

it('writes labels, and what is out of sight as such', () => {
  expect(
    shown('tags', [
      { id: 'a', label: '展会' },
      { id: 'b', label: '老客户' },
    ]),
  ).toBe('展会、老客户')
  expect(shown('person', { id: null, label: null })).toBe('看不到')
  expect(shown('yesNo', false)).toBe('否')
  expect(shown('text', null)).toBe('')
})

it('leaves masked what is masked', () => {
  const phone = field('phone', 'phone')
  const masked = row({ phone: '138****6621', phoneText: '138****6621', masked: ['phone'] })
  expect(sheetText(phone, masked, words)).toBe('138****6621')
})

it('makes a table with heads, one line a row, safe to open', () => {
  const fields = [field('name', 'text'), field('size', 'number')]
  const rows = [row({ name: '=SUM(1)', size: -3 }), row({ name: '两\n行\t的', size: null })]
  expect(tableText(fields, ['名称', '大小'], rows, words)).toBe("名称\t大小\n'=SUM(1)\t-3\n两 行 的\t")
})
