import type { Row } from '@/platform/http'
import { asRef } from '@/platform/records'

export interface Branch {
  contact: Row
  below: Branch[]
}

type Superior = { id: string; label: string } | null

export const superiorOf = (contact: Row) => asRef((contact.reportsTo ?? null) as Superior)

function childrenOf(contacts: Row[]) {
  const known = new Set(contacts.map(({ id }) => id))
  const below = new Map<string | null, Row[]>()
  for (const contact of contacts) {
    const superior = superiorOf(contact)?.id
    const at = superior && known.has(superior) ? superior : null
    below.set(at, [...(below.get(at) ?? []), contact])
  }
  return below
}

/** Contacts as trees: on top stands who reports to nobody among them. A circle, which merging may leave, is cut. */
export function branchesOf(contacts: Row[]): Branch[] {
  const below = childrenOf(contacts)
  const placed = new Set<string>()
  const grow = (contact: Row): Branch => {
    placed.add(contact.id)
    const next = (below.get(contact.id) ?? []).filter(({ id }) => !placed.has(id))
    return { contact, below: next.map(grow) }
  }
  const branches = (below.get(null) ?? []).map(grow)
  for (const contact of contacts) if (!placed.has(contact.id)) branches.push(grow(contact))
  return branches
}

/** Who cannot become the superior of a contact: itself and all below it. */
export function under(contacts: Row[], id: string): Set<string> {
  const below = childrenOf(contacts)
  const found = new Set([id])
  for (const one of found) for (const next of below.get(one) ?? []) found.add(next.id)
  return found
}
