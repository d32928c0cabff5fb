import { useEffect, useRef, useState } from 'react'

/**
 * Text as it is typed and, a pause later, as it may be searched for: a search waits for the end of composition.
 * `input` goes onto the input element.
 */
export function useTyped(initial = '', pause = 250) {
  const [value, setValue] = useState(initial)
  const [settled, setSettled] = useState(initial)
  const busy = useRef(false)
  const timer = useRef(0)
  useEffect(() => () => clearTimeout(timer.current), [])
  const later = (next: string) => {
    clearTimeout(timer.current)
    timer.current = window.setTimeout(() => {
      if (!busy.current) setSettled(next)
    }, pause)
  }
  const change = (next: string) => {
    setValue(next)
    later(next)
  }
  const input = {
    onCompositionStart: () => {
      busy.current = true
    },
    onCompositionEnd: (event: React.CompositionEvent<HTMLElement>) => {
      busy.current = false
      later((event.target as HTMLInputElement).value)
    },
  }
  return { value, settled, change, input }
}
