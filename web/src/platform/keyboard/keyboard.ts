import { useEffect, useRef } from 'react'

/** True while a Chinese input method is composing: Enter and shortcuts then belong to it. */
export const composing = (event: KeyboardEvent | React.KeyboardEvent) => {
  const native = 'nativeEvent' in event ? event.nativeEvent : event
  return native.isComposing || native.keyCode === 229
}

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
    !!target.closest('[role=dialog]'))

/** "mod+k", "n", "?" or a sequence "g c". */
export function nameOf(event: KeyboardEvent) {
  const mod = event.ctrlKey || event.metaKey ? 'mod+' : ''
  return mod + event.key.toLowerCase()
}

export type Shortcuts = Record<string, (event: KeyboardEvent) => void>

/** Listens on the whole page. Plain keys rest while someone types or a dialog is open; "mod+…" always works. */
export function useShortcuts(shortcuts: Shortcuts, enabled = true) {
  const current = useRef(shortcuts)
  useEffect(() => {
    current.current = shortcuts
  })
  useEffect(() => {
    if (!enabled) return undefined
    let leader = ''
    let timer = 0
    const listen = (event: KeyboardEvent) => {
      if (composing(event) || event.altKey || event.defaultPrevented) return
      const key = nameOf(event)
      if (!key.startsWith('mod+') && typing(event.target)) return
      const name = leader ? `${leader} ${key}` : key
      leader = ''
      const act = current.current[name]
      if (act) {
        event.preventDefault()
        act(event)
      } else if (key === 'g') {
        leader = 'g'
        clearTimeout(timer)
        timer = window.setTimeout(() => (leader = ''), 1200)
      }
    }
    window.addEventListener('keydown', listen)
    return () => {
      window.removeEventListener('keydown', listen)
      clearTimeout(timer)
    }
  }, [enabled])
}
