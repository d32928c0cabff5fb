/** Gathers what carries the name of a group: first what has none, then the groups by name. */
export function grouped<T extends { group?: string | null }>(all: T[]): { group: string; items: T[] }[] {
  const groups = new Map<string, T[]>([['', []]])
  for (const one of all) {
    const group = one.group ?? ''
    groups.set(group, [...(groups.get(group) ?? []), one])
  }
  return [...groups]
    .filter(([, items]) => items.length)
    .map(([group, items]) => ({ group, items }))
    .sort((a, b) => (a.group && b.group ? a.group.localeCompare(b.group, 'zh') : a.group ? 1 : -1))
}
