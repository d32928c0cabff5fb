import { useRef, useState } from 'react'

/** Runs work unless the one before still runs: the second click of a double click does nothing. */
export function useAlone() {
  const running = useRef(false)
  const [busy, setBusy] = useState(false)
  const alone = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    if (running.current) return undefined
    running.current = true
    setBusy(true)
    try {
      return await work()
    } finally {
      running.current = false
      setBusy(false)
    }
  }
  return { alone, busy }
}
