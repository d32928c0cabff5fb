import { useRef } from 'react'
import { newKey } from './newKey'

/** The key of a request: the same while the same is sent again, for its answer may be lost, and another for anything else. */
export function useOnce() {
  const last = useRef({ sent: '', key: '' })
  const keyOf = (sent: string) => {
    if (last.current.sent !== sent) last.current = { sent, key: newKey() }
    return last.current.key
  }
  const done = () => {
    last.current = { sent: '', key: '' }
  }
  return { keyOf, done }
}
