import { useState } from 'react'
import type { Position } from './visits'

const TICK = 'chaoxi.visit.position'
const PATIENCE = 10_000
const DEGREES = 6

const rounded = (degrees: number) => Number(degrees.toFixed(DEGREES))

/** Where the telephone is, with its owner's leave; null where it does not say in time. */
export const whereNow = () =>
  new Promise<Position | null>((tell) => {
    if (!('geolocation' in navigator)) return tell(null)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        tell({
          latitude: rounded(coords.latitude),
          longitude: rounded(coords.longitude),
          accuracy: Math.min(100_000, Math.round(coords.accuracy)),
        }),
      () => tell(null),
      { enableHighAccuracy: true, timeout: PATIENCE, maximumAge: 30_000 },
    )
  })

/** Whether one wants his place to be kept; what one chose last, and not before one chose it. */
export function useTick() {
  const [on, setOn] = useState(() => localStorage.getItem(TICK) === 'yes')
  const tick = (yes: boolean) => {
    setOn(yes)
    localStorage.setItem(TICK, yes ? 'yes' : 'no')
  }
  return [on, tick] as const
}
