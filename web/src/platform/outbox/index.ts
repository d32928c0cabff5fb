import { useSyncExternalStore } from 'react'
import { isLost, onConnection } from '../http/connection'
import { makeOutbox, sturdy } from './outbox'
import { deviceStore } from './store'

export type { Kept } from './store'

export const outbox = makeOutbox(sturdy(deviceStore()))

const EVERY = 30_000

/** Sends what is kept whenever the server may answer again. */
export function keepSending() {
  const tell = () => !isLost() && outbox.kept().length > 0 && void outbox.flush()
  const online = () => void outbox.flush()
  const stop = onConnection(tell)
  window.addEventListener('online', online)
  const timer = setInterval(tell, EVERY)
  return () => {
    stop()
    window.removeEventListener('online', online)
    clearInterval(timer)
  }
}

export const useKept = () => useSyncExternalStore(outbox.subscribe, outbox.kept)
