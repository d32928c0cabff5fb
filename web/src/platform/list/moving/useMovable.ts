import { useDraggable } from '@dnd-kit/core'
import { useEffect } from 'react'
import { useTexts } from '../../i18n'

interface Carrying {
  /** It stays where it is. */
  off: boolean
  /** It was moved and is being saved: it keeps the focus in its new place, and waits there. */
  busy: boolean
}

/** A record that can be carried: pointers take it anywhere, the keyboard by its link. */
export function useMovable(id: string, { off, busy }: Carrying) {
  const { t } = useTexts()
  const still = off || busy
  const { setNodeRef, setActivatorNodeRef, listeners, attributes, isDragging, node } = useDraggable({
    id,
    disabled: still,
  })
  useEffect(() => {
    if (busy) node.current?.querySelector('a')?.focus()
  }, [busy, node])
  return {
    isHeld: isDragging,
    node: { ref: setNodeRef, ...(!still && listeners) },
    ...(!still && {
      grip: {
        ref: setActivatorNodeRef,
        'aria-roledescription': t('board.card'),
        'aria-describedby': attributes['aria-describedby'],
      },
    }),
  }
}
