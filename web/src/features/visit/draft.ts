import type { Answers } from './form'

/** What somebody has written on a visit and not handed in yet. */
export interface Draft {
  answers: Answers
  met: string[]
  result: string
  next: string | null
}

/** Goes with the other things begun on this device when somebody else signs in. */
const place = (visit: string) => `chaoxi.draft.visit.${visit}`

const listeners = new Set<() => void>()

export const onDraft = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function draftOf(visit: string): Draft | null {
  try {
    return JSON.parse(localStorage.getItem(place(visit)) ?? 'null') as Draft | null
  } catch {
    return null
  }
}

export function keepDraft(visit: string, draft: Draft | null) {
  if (draft) localStorage.setItem(place(visit), JSON.stringify(draft))
  else localStorage.removeItem(place(visit))
  listeners.forEach((listener) => listener())
}
