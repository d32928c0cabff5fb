/** The list that one came from, so that its next record can be opened without going back. */
export interface Trail {
  object: string
  ids: string[]
  total: number
  /** Address of the list with its filters. */
  home: string
}

let last: Trail | null = null

export const leaveTrail = (trail: Trail) => {
  last = trail
}

/** The list has other records now than when it was left. */
export const loseTrail = () => {
  last = null
}

/** Where a record stands in the list that was looked at last; null when it came from elsewhere. */
export function trailOf(object: string, id: string) {
  const at = last?.object === object ? last.ids.indexOf(id) : -1
  if (!last || at < 0) return null
  const { ids, total, home } = last
  return { at, total, home, before: ids[at - 1], after: ids[at + 1] }
}
