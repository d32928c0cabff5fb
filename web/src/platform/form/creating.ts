import { useSyncExternalStore } from 'react'
import type { Row, Value } from '../http'

export interface Creating {
  object: string
  /** Values already known, by field path. */
  given?: Record<string, Value>
  onCreated?: (row: Row) => void
}

let open: Creating | null = null
const listeners = new Set<() => void>()

/** Opens the quick-create drawer from anywhere; null closes it. */
export function create(next: Creating | null) {
  open = next
  listeners.forEach((listener) => listener())
}

export const useCreating = () =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => open,
  )
