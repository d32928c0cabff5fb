import type { Value } from '../http'

export type Draft = Record<string, Value>
interface Kept {
  at: string
  values: Draft
}

const keyOf = (name: string) => `chaoxi.draft.${name}`

/** Typed text is never lost: what is being filled in stays on this device until it is saved or thrown away. */
export function keepDraft(name: string, values: Draft, now = new Date()) {
  const filled = Object.entries(values).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  )
  if (!filled.length) return dropDraft(name)
  const kept: Kept = { at: now.toISOString(), values: Object.fromEntries(filled) }
  localStorage.setItem(keyOf(name), JSON.stringify(kept))
  return kept.at
}

export function readDraft(name: string): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(keyOf(name)) ?? 'null') as Kept | null
  } catch {
    return null
  }
}

export function dropDraft(name: string) {
  localStorage.removeItem(keyOf(name))
  return null
}
