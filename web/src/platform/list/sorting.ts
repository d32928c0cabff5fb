import type { Field } from '../http'

const MOST = 5

const figures = new Set<Field['type']>(['number', 'percent', 'money', 'formula'])
const moments = new Set<Field['type']>(['date', 'dateTime'])

/** What up and down mean for a field: names have no size. */
export const orderOf = ({ type }: Field) =>
  figures.has(type) ? ('figures' as const) : moments.has(type) ? ('moments' as const) : ('words' as const)

export const keysOf = (sort: string) => sort.split(',').filter(Boolean)

/** How a list is sorted by a field, and in which place of several. */
export function sortedBy(sort: string, path: string) {
  const keys = keysOf(sort)
  const at = keys.findIndex((key) => key === path || key === `-${path}`)
  if (at < 0) return null
  const way: 'up' | 'down' = keys[at] === path ? 'up' : 'down'
  return { way, place: keys.length > 1 ? at + 1 : null }
}

/** First click ascending, second descending, third as the view has it, unless that is the same. */
export function nextSort(current: string, path: string, standard: string) {
  if (current === path) return `-${path}`
  return current === `-${path}` && standard !== current ? standard : path
}

/** The same for one key more: behind the others ascending, then descending, then gone again. At most five. */
export function addedSort(current: string, path: string, standard: string) {
  const keys = keysOf(current)
  const way = sortedBy(current, path)?.way
  if (!way) return keys.length < MOST ? [...keys, path].join(',') : current
  if (way === 'up') return keys.map((key) => (key === path ? `-${path}` : key)).join(',')
  return keys.filter((key) => key !== `-${path}`).join(',') || standard
}
