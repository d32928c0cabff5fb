import { useEffect, useState } from 'react'

const MINUTE = 60_000

/** The time, a minute old at most. */
export function useNow() {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const tick = setInterval(() => setNow(Date.now()), MINUTE)
    return () => clearInterval(tick)
  }, [])
  return now
}
