import { useSyncExternalStore } from 'react'

export interface Recent {
  object: string
  id: string
  label: string
}

const KEY = 'chaoxi.recent'
const listeners = new Set<() => void>()
let shown: Recent[] | null = null

function read(): Recent[] {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '[]') as Recent[]
  } catch {
    return []
  }
}
const current = () => (shown ??= read())

export function remember(entry: Recent) {
  if (current()[0]?.id === entry.id && current()[0]?.label === entry.label) return
  shown = [entry, ...current().filter((other) => other.id !== entry.id)].slice(0, 8)
  localStorage.setItem(KEY, JSON.stringify(shown))
  listeners.forEach((listener) => listener())
}

/** What is gone is no longer among them. */
export function dropRecent(id: string) {
  if (!current().some((entry) => entry.id === id)) return
  shown = current().filter((entry) => entry.id !== id)
  localStorage.setItem(KEY, JSON.stringify(shown))
  listeners.forEach((listener) => listener())
}

export function forgetRecent() {
  shown = []
  localStorage.removeItem(KEY)
}

export const useRecent = () =>
  useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, current)
