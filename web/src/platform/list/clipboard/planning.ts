import type { Field, Row, Value } from '../../http'
import { isMasked, pathOf, sameValue, valueOf } from '../../records'
import { editableInCell } from '../useCells'
import { MOST_ROWS, unguard } from './block'
import { read, type Reader, type Why } from './reading'
import { sheetText, type Words } from './sheetText'

export interface PlannedCell {
  field: Field
  text: string
  /** What would be written; left out where nothing would. */
  value?: Value
  /** Why nothing can be written. */
  why?: Why
  about?: string | number | undefined
}
export interface PlannedRow {
  row: Row
  cells: PlannedCell[]
}
export interface Plan {
  fields: Field[]
  rows: PlannedRow[]
  /** The first line of the block said what the columns are. */
  headed: boolean
  /** Lines and columns of the block that have no place. */
  over: { rows: number; columns: number }
}

/** The rows and columns that a block is laid over, from the cell it begins at. */
export interface Ground {
  rows: Row[]
  fields: Field[]
}

const clean = (text: string) => unguard(text.replace(/^[\s\u200B]+|[\s\u200B]+$/g, ''))

function plannedCell(field: Field, row: Row, raw: string, reader: Reader, words: Words): PlannedCell {
  const text = clean(raw)
  const cell = { field, text }
  const masked = isMasked(row, field)
  if (text === sheetText(field, row, words).trim() || (masked && !text)) return cell
  if (!editableInCell(row, field)) return { ...cell, why: 'readOnly' }
  if (masked && text.includes('**')) return { ...cell, why: 'masked' }
  const meant = read(field, text, reader)
  if ('why' in meant) return { ...cell, ...meant }
  return !masked && sameValue(meant.value, valueOf(row, field)) ? cell : { ...cell, value: meant.value }
}

const isHeads = (line: string[], fields: Field[]) =>
  line.length > 0 &&
  line.every((cell, at) => {
    const label = fields[at]?.label
    return !!label && [label.zh, label.en].includes(clean(cell))
  })

/** What a block would change: nothing is written yet. */
export function planned(block: string[][], ground: Ground, reader: Reader, words: Words): Plan {
  const headed = isHeads(block[0] ?? [], ground.fields)
  const lines = headed ? block.slice(1) : block
  const wide = Math.max(0, ...lines.map((line) => line.length))
  const rows = ground.rows.slice(0, MOST_ROWS)
  return {
    fields: ground.fields.slice(0, wide),
    rows: lines.slice(0, rows.length).map((line, at) => ({
      row: rows[at]!,
      cells: line
        .slice(0, ground.fields.length)
        .map((text, column) => plannedCell(ground.fields[column]!, rows[at]!, text, reader, words)),
    })),
    headed,
    over: {
      rows: Math.max(0, lines.length - rows.length),
      columns: Math.max(0, wide - ground.fields.length),
    },
  }
}

const changed = (cell: PlannedCell): cell is PlannedCell & { value: Value } => cell.value !== undefined

/** The rows with something to write, and what. */
export const changesOf = ({ rows }: Plan) =>
  rows
    .map(({ row, cells }) => ({
      row,
      values: cells.filter(changed).map(({ field, value }): [Field, Value] => [field, value]),
    }))
    .filter(({ values }) => values.length)

export const refusedOf = ({ rows }: Plan) =>
  rows.flatMap(({ cells }) => cells).filter(({ why }) => why).length

/** Where the cell that has the focus lies. */
export function groundFrom(rows: Row[], fields: Field[], id: string, path: string): Ground | null {
  const row = rows.findIndex((one) => one.id === id)
  const column = fields.findIndex((field) => pathOf(field) === path)
  return row < 0 || column < 0 ? null : { rows: rows.slice(row), fields: fields.slice(column) }
}
