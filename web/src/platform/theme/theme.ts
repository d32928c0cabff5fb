import { useSyncExternalStore } from 'react'
import type { Theme } from '../http'

const system = matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function paint() {
  const wish = currentTheme()
  const dark = wish === 'dark' || (wish === 'system' && system.matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
  listeners.forEach((listener) => listener())
}

export const currentTheme = () => (localStorage.getItem('chaoxi.theme') ?? 'system') as Theme

export function wearTheme(theme: Theme) {
  if (theme === currentTheme()) return
  localStorage.setItem('chaoxi.theme', theme)
  paint()
}

system.addEventListener('change', paint)

export const useDark = () =>
  useSyncExternalStore(subscribe, () => document.documentElement.dataset.theme === 'dark')

const following = (query: MediaQueryList) => (listener: () => void) => {
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

const narrow = matchMedia('(max-width: 767px)')
const onNarrow = following(narrow)
/** Phone layout: under 768 px. */
export const usePhone = () => useSyncExternalStore(onNarrow, () => narrow.matches)

const fingers = matchMedia('(pointer: coarse), (max-width: 767px)')
const onFingers = following(fingers)
/** Fingers in place of a mouse; touch.css asks the same. */
export const useTouch = () => useSyncExternalStore(onFingers, () => fingers.matches)

const still = matchMedia('(prefers-reduced-motion: reduce)')
const onStill = following(still)
/** Nothing is to move. A menu that was to open without moving would stay outside of the page. */
export const useStill = () => useSyncExternalStore(onStill, () => still.matches)
