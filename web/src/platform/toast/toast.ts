import { useSyncExternalStore } from 'react'
import type { ReactNode } from 'react'

export interface Toast {
  id: string
  kind: 'done' | 'busy' | 'failed'
  text: ReactNode
  act?: { label: string; run: () => void }
  /** Milliseconds until it leaves; failures and running work stay. */
  stays?: number
}

let toasts: Toast[] = []
let counter = 0
const listeners = new Set<() => void>()
const publish = (next: Toast[]) => {
  toasts = next
  listeners.forEach((listener) => listener())
}

export function dropToast(id: string) {
  publish(toasts.filter((toast) => toast.id !== id))
}

/** Shows or, with the same id, replaces a toast. */
export function showToast(toast: Omit<Toast, 'id'> & { id?: string }) {
  const id = toast.id ?? `toast${++counter}`
  const stays = toast.stays ?? (toast.kind === 'done' ? 8000 : undefined)
  const next: Toast = { ...toast, id, ...(stays && { stays }) }
  publish([...toasts.filter((other) => other.id !== id), next].slice(-4))
  return id
}

export const useToasts = () =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => toasts,
  )
