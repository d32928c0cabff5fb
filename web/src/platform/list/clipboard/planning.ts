import type { Field, Row, Value } from '../../http'
import { isMasked, pathOf, sameValue, valueOf } from '../../records'
import { editableInCell } from '../useCells'
import { MOST_ROWS, unguard } from './block'
import { sheetText, type Words } from './sheetText'

export interface PlannedCell {
  field: Field
  text: string
  /** What would be written; left out where nothing would. */
  value?: Value
  /** Why nothing can be written, in words. */
  why?: string
}
export interface PlannedRow {
  row: Row
  cells: PlannedCell[]
}
/** Where the texts of a block come to lie. */
export interface Laid {
  fields: Field[]
  rows: Row[]
  /** The texts of each of the rows, one for each field. */
  lines: string[][]
  /** The first line of the block said what the columns are. */
  headed: boolean
  /** Lines and columns of the block that have no place. */
  over: { rows: number; columns: number }
}
export interface Plan extends Omit<Laid, 'rows' | 'lines'> {
  rows: PlannedRow[]
}

/** What the server makes of the texts: a value, or why there is none. */
export interface Readings {
  rows: { value: Value; error: { code: string; message: string } | null }[][]
}

/** The rows and columns that a block is laid over, from the cell it begins at. */
export interface Ground {
  rows: Row[]
  fields: Field[]
}

const clean = (text: string) => unguard(text.replace(/^[\s\u200B]+|[\s\u200B]+$/g, ''))

const isHeads = (line: string[], fields: Field[]) =>
  line.length > 0 &&
  line.every((cell, at) => {
    const label = fields[at]?.label
    return !!label && [label.zh, label.en].includes(clean(cell))
  })

export function laidOver(block: string[][], ground: Ground): Laid {
  const headed = isHeads(block[0] ?? [], ground.fields)
  const lines = headed ? block.slice(1) : block
  const wide = Math.max(0, ...lines.map((line) => line.length))
  const fields = ground.fields.slice(0, wide)
  const rows = ground.rows.slice(0, Math.min(MOST_ROWS, lines.length))
  return {
    fields,
    rows,
    lines: lines.slice(0, rows.length).map((line) => line.slice(0, fields.length).map(clean)),
    headed,
    over: {
      rows: Math.max(0, lines.length - rows.length),
      columns: Math.max(0, wide - ground.fields.length),
    },
  }
}

type Read = Readings['rows'][number][number]

function plannedCell(field: Field, row: Row, text: string, read: Read, sheet: Sheet): PlannedCell {
  const cell = { field, text }
  const masked = isMasked(row, field)
  if (text === sheetText(field, row, sheet.words).trim() || (masked && !text)) return cell
  if (!editableInCell(row, field)) return { ...cell, why: sheet.readOnly }
  if (read.error) return { ...cell, why: read.error.message }
  return !masked && sameValue(read.value, valueOf(row, field)) ? cell : { ...cell, value: read.value }
}

interface Sheet {
  words: Words
  /** Said of cells of a record that one may only read. */
  readOnly: string
}

/** What a block would change: nothing is written yet. */
export function planned({ rows, lines, ...laid }: Laid, readings: Readings, sheet: Sheet): Plan {
  return {
    ...laid,
    rows: rows.map((row, at) => ({
      row,
      cells: lines[at]!.map((text, column) =>
        plannedCell(laid.fields[column]!, row, text, readings.rows[at]![column]!, sheet),
      ),
    })),
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
