const PAUSE = 500
const NEAR = 16
const kinds = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick'] as const

type Place = Pick<MouseEvent, 'clientX' | 'clientY' | 'detail'>

/** A dialog goes with its answer at once; for a moment a second click in the same place reaches nothing beneath. */
export function shieldFrom(first: Place) {
  if (!first.detail) return
  const swallow = (event: MouseEvent) => {
    const far = Math.max(Math.abs(event.clientX - first.clientX), Math.abs(event.clientY - first.clientY))
    if (far > NEAR) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  kinds.forEach((kind) => window.addEventListener(kind, swallow, true))
  setTimeout(() => kinds.forEach((kind) => window.removeEventListener(kind, swallow, true)), PAUSE)
}
