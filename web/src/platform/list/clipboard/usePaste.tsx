import { lazy, Suspense, useEffect, useState } from 'react'
import type { Field, Row, Value } from '../../http'
import { formatNumber, useTexts } from '../../i18n'
import { isMasked, startOf } from '../../records'
import { showToast } from '../../toast'
import type { Cells } from '../useCells'
import type { List } from '../useList'
import { cellsOf } from './block'
import { groundFrom, type Ground } from './planning'

const PasteDialog = lazy(() => import('./PasteDialog'))

export interface RowChange {
  row: Row
  values: [Field, Value][]
}

/** What the row was before, as far as the person could read it. */
const former = ({ row, values }: RowChange, saved: Row): RowChange => ({
  row: { ...row, ...saved },
  values: values
    .filter(([field]) => !isMasked(row, field))
    .map(([field]): [Field, Value] => [field, startOf(row, field)]),
})

/** Writes row after row, says how far it is, and offers to take it back. */
function useWriting(cells: Cells) {
  const { t } = useTexts()
  const write = async (changes: RowChange[], undoing = false) => {
    const before: RowChange[] = []
    let done = 0
    for (const [at, change] of changes.entries()) {
      const progress = { done: formatNumber(at + 1), total: formatNumber(changes.length) }
      showToast({ id: 'paste', kind: 'busy', text: t('paste.busy', progress) })
      const saved = await cells.writeRow(change.row, change.values)
      if (!saved) continue
      done++
      before.unshift(former(change, saved))
    }
    const back = undoing ? [] : before.filter(({ values }) => values.length)
    const refused = changes.length - done
    const words = { n: formatNumber(done), refused: formatNumber(refused) }
    const said = undoing ? t('paste.undone', words) : t('paste.done', words)
    showToast({
      id: 'paste',
      kind: refused ? 'failed' : 'done',
      text: refused ? t('paste.someRefused', { ...words, said }) : said,
      ...(back.length > 0 && { act: { label: t('common.undo'), run: () => void write(back, true) } }),
      ...(!refused && { stays: 20_000 }),
    })
  }
  return (changes: RowChange[]) => void write(changes)
}

/** The cell that the focus is in, open or not. */
function focusedCell() {
  const cell = document.activeElement?.closest<HTMLElement>('.record-table td[data-path]')
  const id = cell?.closest<HTMLElement>('tr[data-row-key]')?.dataset.rowKey
  return cell && id ? { id, path: cell.dataset.path! } : null
}

/** An open input takes what is one value for it. */
function forInput(block: string[][], text: string) {
  const element = document.activeElement
  if (element instanceof HTMLTextAreaElement) return !text.includes('\t')
  return element instanceof HTMLInputElement && block.length === 1 && block[0]!.length === 1
}

/** A block pasted onto a cell is laid over it and what is right of and below it, after it was looked at. */
export function usePaste(list: List, rows: Row[], fields: Field[], cells: Cells) {
  const [laid, setLaid] = useState<{ block: string[][]; ground: Ground } | null>(null)
  const write = useWriting(cells)
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? ''
      const cell = focusedCell()
      const ground = cell && groundFrom(rows, fields, cell.id, cell.path)
      const block = cellsOf(text)
      if (!text || !ground || forInput(block, text)) return
      event.preventDefault()
      setLaid({ block, ground })
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [rows, fields])
  return (
    <Suspense>
      {laid && (
        <PasteDialog
          catalogue={list.catalogue}
          {...laid}
          close={() => setLaid(null)}
          write={(changes) => {
            setLaid(null)
            write(changes)
          }}
        />
      )}
    </Suspense>
  )
}
