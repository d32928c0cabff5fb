import { useState } from 'react'

/**
 * What was wished stands at once, and the last wish wins: a wish is compared with the one before, not with what the
 * server last told, so that who takes a change back before its answer is heard too.
 */
export function useWish<T>(value: T, save: (wish: T) => Promise<unknown>) {
  const [open, setOpen] = useState<T[]>([])
  const stands = open.length ? open.at(-1)! : value
  const wish = async (next: T) => {
    if (next === stands) return
    setOpen((before) => [...before, next])
    try {
      await save(next)
    } finally {
      setOpen((before) => before.slice(1))
    }
  }
  return { stands, wish: (next: T) => void wish(next) }
}
