import { useState, type DragEvent, type KeyboardEvent } from 'react'
import { useTexts } from '../i18n'
import { fieldAt } from '../records'
import { moveColumn } from './viewState'
import type { List } from './useList'

const KIND = 'application/x-chaoxi-column'

/** Columns change places: dragged by their heads, or with Alt and an arrow key; the new place is spoken. */
export function useColumnMoves(list: List) {
  const { t, of } = useTexts()
  const [over, setOver] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const { columns } = list.state

  const move = (field: string, to: number) => {
    const next = moveColumn(columns, field, to)
    const at = next.findIndex((column) => column.field === field)
    if (at < 0 || next.every((column, index) => column === columns[index])) return
    list.change({ columns: next })
    setSaid(t('list.movedTo', { what: of(fieldAt(list.catalogue, field)?.label), n: at + 1 }))
  }

  const drop = (event: DragEvent, before: string) => {
    event.preventDefault()
    setOver(null)
    const field = event.dataTransfer.getData(KIND)
    if (!field || field === before) return
    move(
      field,
      columns.findIndex((column) => column.field === before),
    )
  }

  /** For whatever stands for a column and can be dragged. */
  const dragging = (field: string) => ({
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.setData(KIND, field)
      event.dataTransfer.effectAllowed = 'move'
    },
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes(KIND)) return
      event.preventDefault()
      setOver(field)
    },
    onDragLeave: () => setOver((now) => (now === field ? null : now)),
    onDragEnd: () => setOver(null),
    onDrop: (event: DragEvent) => drop(event, field),
  })

  const onKeyDown = (field: string) => (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }
    const step = steps[event.key]
    if (!event.altKey || !step) return
    event.preventDefault()
    event.stopPropagation()
    move(field, columns.findIndex((column) => column.field === field) + step)
  }

  return { over, said, move, dragging, onKeyDown }
}

export type ColumnMoves = ReturnType<typeof useColumnMoves>
