import { useState } from 'react'
import { isDuplicate, type Field, type Row, type Value } from '../http'
import type { Leave } from '../inputs/InlineEditor'
import { useTexts } from '../i18n'
import { baseOf, isMasked, pathOf, replaceable, startOf, useChangeField, useChangeFields } from '../records'
import { showToast } from '../toast'

interface Place {
  id: string
  path: string
}
interface Editing extends Place {
  /** The row as it was seen when its editor opened. */
  seen: Row
}
export interface Refusal extends Place {
  error: unknown
  /** Other fields of the row that were to be written with it, and were not. */
  with?: string[]
  /** Writes it all the same, where that may be. */
  insist?: () => void
}

const without = <P extends Place>(places: P[], place: Place) =>
  places.filter((other) => other.id !== place.id || other.path !== place.path)

const same = (a: Place | null, row: Row, field: Field) => a?.id === row.id && a.path === pathOf(field)

export const editable = (row: Row, field: Field) =>
  replaceable(row, field) && (!row.can || row.can.includes('update'))

/** A cell has no room for choosing and dropping files. */
export const editableInCell = (row: Row, field: Field) => field.type !== 'files' && editable(row, field)

interface Marks {
  setSaving: (change: (places: Place[]) => Place[]) => void
  setRefused: (change: (refused: Refusal[]) => Refusal[]) => void
}

/** Writes several values of a row, all or none of them; null when the server refused. */
function useRowWriting(object: string, { setSaving, setRefused }: Marks) {
  const change = useChangeFields(object)
  return async (row: Row, values: [Field, Value][]): Promise<Row | null> => {
    const [first, ...others] = values.map(([field]) => ({ id: row.id, path: pathOf(field) }))
    const places = [first!, ...others]
    setSaving((now) => [...now, ...places])
    setRefused((now) => places.reduce<Refusal[]>(without, now))
    try {
      return await change(row, values)
    } catch (error) {
      setRefused((now) => [...now, { ...first!, with: others.map(({ path }) => path), error }])
      return null
    } finally {
      setSaving((now) => places.reduce<Place[]>(without, now))
    }
  }
}

/** Which cell is being edited, which are being written and which were refused. */
export function useCells(object: string, rows: Row[], fields: Field[]) {
  const { t, of } = useTexts()
  const change = useChangeField(object)
  const [editing, setEditing] = useState<Editing | null>(null)
  const [saving, setSaving] = useState<Place[]>([])
  const [refused, setRefused] = useState<Refusal[]>([])
  const writeRow = useRowWriting(object, { setSaving, setRefused })

  const edit = (row: Row, field: Field) =>
    editableInCell(row, field) && setEditing({ id: row.id, path: pathOf(field), seen: row })

  const sayChanged = (field: Field, undo: (() => void) | null) =>
    showToast({
      id: 'cell',
      kind: 'done',
      text: t('list.cellChanged', { what: of(field.label) }),
      ...(undo && { act: { label: t('common.undo'), run: undo } }),
    })

  const move = (row: Row, field: Field, step: number) => {
    const open = fields.filter((candidate) => editableInCell(row, candidate))
    const next = open[open.indexOf(field) + step]
    setEditing(next ? { id: row.id, path: pathOf(next), seen: row } : null)
  }

  const write = async (row: Row, field: Field, value: Value, seen = false) => {
    const place = { id: row.id, path: pathOf(field) }
    setSaving((places) => [...places, place])
    setRefused((places) => without(places, place))
    try {
      const saved = await change(row, field, value, seen)
      const undo = () => void write({ ...row, ...saved }, field, startOf(row, field))
      sayChanged(field, isMasked(row, field) ? null : undo)
    } catch (error) {
      const insist = isDuplicate(error) && { insist: () => void write(row, field, value, true) }
      setRefused((places) => [...places, { ...place, error, ...insist }])
    } finally {
      setSaving((places) => without(places, place))
    }
  }

  const done = (row: Row, field: Field, value: Value | undefined, leave: Leave) => {
    if (leave === 'stay') setEditing(null)
    else move(row, field, leave === 'next' ? 1 : -1)
    const current = rows.find(({ id }) => id === row.id) ?? row
    const seen = editing && same(editing, row, field) ? editing.seen : current
    if (value !== undefined) void write(baseOf(seen, current, [field]), field, value)
  }

  const stateOf = (row: Row, field: Field) => ({
    editing: same(editing, row, field),
    saving: saving.some((place) => same(place, row, field)),
    refusal: refused.find(
      (place) => same(place, row, field) || (place.id === row.id && place.with?.includes(pathOf(field))),
    ),
  })

  const classOf = (row: Row, field: Field) => {
    const { editing: open, refusal } = stateOf(row, field)
    if (open) return 'cell-editing'
    if (refusal) return 'cell-refused'
    return editableInCell(row, field) ? 'cell-open' : ''
  }

  const forgive = (refusal: Refusal) => setRefused((places) => without(places, refusal))
  const refusalsOf = (row: Row) => refused.filter(({ id }) => id === row.id)
  const refusedIds = [...new Set(refused.map(({ id }) => id))]
  return { edit, done, writeRow, stateOf, classOf, forgive, refusalsOf, refusedIds }
}

export type Cells = ReturnType<typeof useCells>
