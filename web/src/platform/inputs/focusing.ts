import { type RefObject, useEffect } from 'react'

const FOCUSABLE = 'input:not([type=hidden]), textarea, select, button, [tabindex="0"]'
/** For so long inputs may still be exchanged for others, when their choices are there. */
const SETTLED = 2_000

/** The keyboard stays in an editor whose input comes late or is exchanged, unless somebody has put it elsewhere. */
export function useFocusInside(box: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const node = box.current
    if (!node) return
    const focus = () => {
      if (document.activeElement === document.body) node.querySelector<HTMLElement>(FOCUSABLE)?.focus()
    }
    focus()
    const observer = new MutationObserver(focus)
    observer.observe(node, { childList: true, subtree: true })
    const timer = setTimeout(() => observer.disconnect(), SETTLED)
    return () => {
      clearTimeout(timer)
      observer.disconnect()
    }
  }, [box])
}

/** Back to the cell whose editor is closed, so that the next key goes on from there. */
export const focusAgain = (home: HTMLElement) =>
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return
    const target = home.matches('[tabindex]') ? home : home.querySelector<HTMLElement>(FOCUSABLE)
    target?.focus()
  })
