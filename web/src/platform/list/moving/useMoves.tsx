import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Field, Row, Value } from '../../http'
import { useTexts } from '../../i18n'
import { useEditField } from '../../record/useEditField'
import { keys, titleOf, valueOf } from '../../records'
import { useCan } from '../../session'
import { showToast } from '../../toast'
import type { List } from '../useList'
import { standstill } from './moves'

/**
 * Moving a record means changing one field of it: seen at once, taken back with the reason when it is refused, shown side
 * by side when somebody else was faster, and undone from the toast.
 */
export function useMoves(list: List, field: Field, placeName: (value: Value) => string) {
  const { t, of } = useTexts()
  const can = useCan()
  const client = useQueryClient()
  const { object, catalogue } = list
  const recount = () => {
    for (const figure of ['groups', 'count'])
      void client.invalidateQueries({ queryKey: [...keys.list(object), figure] })
  }
  const { write, dialog } = useEditField(object, recount)
  const [busy, setBusy] = useState<string[]>([])
  const why = standstill(object, field, can)

  const move = async (row: Row, value: Value) => {
    setBusy((ids) => [...ids, row.id])
    const saved = await write(row, field, value)
    setBusy((ids) => ids.filter((id) => id !== row.id))
    if (!saved) return
    recount()
    showToast({
      id: 'move',
      kind: 'done',
      text: t('board.moved', { what: titleOf(row, catalogue), where: placeName(value) }),
      act: { label: t('common.undo'), run: () => void move({ ...row, ...saved }, valueOf(row, field)) },
    })
  }
  return {
    move: (row: Row, value: Value) => void move(row, value),
    isBusy: (id: string) => busy.includes(id),
    /** Why nothing can be moved; empty when it can. */
    off: why ? t(`board.off.${why}`, { what: of(field.label) }) : '',
    dialog,
  }
}

export type Moves = ReturnType<typeof useMoves>
