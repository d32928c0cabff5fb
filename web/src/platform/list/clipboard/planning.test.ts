import { expect, it } from 'vitest'
import type { Field, FieldType, Row } from '../../http'
import { changesOf, groundFrom, laidOver, planned, refusedOf, type Readings } from './planning'

const field = (name: string, type: FieldType, more: Partial<Field> = {}): Field => ({
  name,
  label: { zh: `${name}栏`, en: name },
  type,
  group: 'base',
  required: false,
  readOnly: false,
  right: 'write',
  list: true,
  sortable: true,
  filterable: true,
  quick: false,
  ...more,
})
const fields = [
  field('name', 'text', { required: true }),
  field('size', 'number'),
  field('phone', 'phone'),
  field('made', 'date', { readOnly: true }),
]
const row = (id: string, more: object = {}): Row => ({
  id,
  version: 1,
  createdAt: '',
  name: `甲${id}`,
  size: 5,
  phone: '138****0001',
  phoneText: '138****0001',
  masked: ['phone'],
  made: '2026-01-01',
  ...more,
})
const rows = [row('1'), row('2')]
const words = { yes: '是', no: '否', outOfSight: '看不到', join: '、', currency: 'CNY' }

/** A server that takes digits for numbers and refuses 多. */
function read(lines: string[][]): Readings {
  const cell = (text: string) =>
    text === '多'
      ? { value: null, error: { code: 'notANumber', message: '应为数字' } }
      : { value: /^\d$/.test(text) ? Number(text) : text || null, error: null }
  return { rows: lines.map((line) => line.map(cell)) }
}
function plan(block: string[][], ground = { rows, fields }) {
  const laid = laidOver(block, ground)
  return planned(laid, read(laid.lines), { words, readOnly: '不能改' })
}
const whys = (block: string[][]) => plan(block).rows.map(({ cells }) => cells.map(({ why }) => why))

it('writes only what differs', () => {
  const found = plan([
    ['甲1', '6'],
    ['乙', '5'],
  ])
  expect(changesOf(found)).toEqual([
    { row: rows[0], values: [[fields[1], 6]] },
    { row: rows[1], values: [[fields[0], '乙']] },
  ])
  expect(refusedOf(found)).toBe(0)
})

it('says why of what cannot be written, and goes on with the rest', () => {
  const block = [['乙', '多', '138****0001', '2026-02-02']]
  expect(whys(block)).toEqual([[undefined, '应为数字', undefined, '不能改']])
  expect(changesOf(plan(block))).toEqual([{ row: rows[0], values: [[fields[0], '乙']] }])
})

it('takes what is there already, masks and read-only values too, for unchanged', () => {
  expect(whys([['甲1', '5', '138****0001', '2026-01-01']])).toEqual([
    [undefined, undefined, undefined, undefined],
  ])
  expect(changesOf(plan([['甲1', '5', '', '']].map((line) => line.slice(0, 3))))).toEqual([])
})

it('leaves out heads, and what has no row or column', () => {
  const found = plan([['name栏', 'size'], ['乙', '1', '13900000000', '', '多'], ['丙'], ['丁']])
  expect(found.headed).toBe(true)
  expect(found.over).toEqual({ rows: 1, columns: 1 })
  expect(found.rows).toHaveLength(2)
})

it('stops at two hundred rows', () => {
  const many = Array.from({ length: 205 }, (_, at) => row(String(at)))
  const found = plan(
    many.map(() => ['丙']),
    { rows: many, fields },
  )
  expect(found.rows).toHaveLength(200)
  expect(found.over.rows).toBe(5)
})

it('leaves records alone that one may only read', () => {
  const found = plan([['乙']], { rows: [row('1', { can: ['reveal'] })], fields })
  expect(found.rows[0]!.cells[0]!.why).toBe('不能改')
})

it('begins at the cell that has the focus', () => {
  expect(groundFrom(rows, fields, '2', 'size')).toEqual({ rows: [rows[1]], fields: fields.slice(1) })
  expect(groundFrom(rows, fields, '3', 'size')).toBeNull()
})
