export interface Line {
  addEventListener: (name: string, act: (event: Event) => void) => void
  readyState: number
  close: () => void
}

const CLOSED = 2
/** A browser gives up for good where a server says no; the page asks again. */
const AGAIN = 30_000
/** A page that nobody looks at lets go of its line: a person has five, and a browser few connections. */
const OUT_OF_SIGHT = 60_000

/**
 * Keeps one line open while the page is looked at; `missed` hears that something may have been told meanwhile. A page
 * opened in the background waits until it is looked at, or it would push out one that is.
 */
export function keepListening(connect: () => Line, missed: () => void): () => void {
  let line: Line | null = null
  let before = document.hidden
  let timer: ReturnType<typeof setTimeout> | undefined
  const leave = () => {
    clearTimeout(timer)
    line?.close()
    line = null
  }
  const listen = () => {
    leave()
    const opened = connect()
    line = opened
    opened.addEventListener('open', () => {
      if (before) missed()
      before = true
    })
    opened.addEventListener('error', () => {
      if (opened !== line || opened.readyState !== CLOSED || document.hidden) return
      clearTimeout(timer)
      timer = setTimeout(listen, AGAIN)
    })
  }
  const look = () => {
    clearTimeout(timer)
    if (document.hidden) timer = setTimeout(leave, OUT_OF_SIGHT)
    else if (!line || line.readyState === CLOSED) listen()
  }
  document.addEventListener('visibilitychange', look)
  if (!document.hidden) listen()
  return () => {
    document.removeEventListener('visibilitychange', look)
    leave()
  }
}
