const MOST = 5

export const keysOf = (sort: string) => sort.split(',').filter(Boolean)

/** How a list is sorted by a field, and in which place of several. */
export function sortedBy(sort: string, path: string) {
  const keys = keysOf(sort)
  const at = keys.findIndex((key) => key === path || key === `-${path}`)
  if (at < 0) return null
  const way: 'up' | 'down' = keys[at] === path ? 'up' : 'down'
  return { way, place: keys.length > 1 ? at + 1 : null }
}

/** First click ascending, second descending, third as the view has it. */
export function nextSort(current: string, path: string, standard: string) {
  if (current === path) return `-${path}`
  return current === `-${path}` ? standard : path
}

/** The same for one key more: behind the others ascending, then descending, then gone again. At most five. */
export function addedSort(current: string, path: string, standard: string) {
  const keys = keysOf(current)
  const way = sortedBy(current, path)?.way
  if (!way) return keys.length < MOST ? [...keys, path].join(',') : current
  if (way === 'up') return keys.map((key) => (key === path ? `-${path}` : key)).join(',')
  return keys.filter((key) => key !== `-${path}`).join(',') || standard
}

/** A chosen key behind the others, or in place of the same field's other way. */
export function withKey(current: string, key: string) {
  const path = key.replace(/^-/, '')
  const rest = keysOf(current).filter((one) => one !== path && one !== `-${path}`)
  return rest.length < MOST ? [...rest, key].join(',') : current
}
