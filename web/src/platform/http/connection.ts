/** Whether the server answers. An answer that the service worker kept from earlier counts as none. */
let lost = false
const listeners = new Set<() => void>()

function become(next: boolean) {
  if (next === lost) return
  lost = next
  listeners.forEach((listener) => listener())
}

export const answered = (response: Response) => become(response.headers.has('X-Chaoxi-Seen'))
export const unanswered = () => become(true)
export const isLost = () => lost

export const onConnection = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
