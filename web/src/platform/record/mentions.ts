import type { Ref } from '../http'

const written = /@\[([^\]\n]{1,100})\]\(person:([0-9a-f-]{36})\)/gi

/** A comment in pieces: plain text, and the people it names. */
export function partsOf(text: string): (string | Ref)[] {
  const parts: (string | Ref)[] = []
  let at = 0
  for (const found of text.matchAll(written)) {
    if (found.index > at) parts.push(text.slice(at, found.index))
    parts.push({ id: found[2]!, label: found[1]! })
    at = found.index + found[0].length
  }
  return at < text.length ? [...parts, text.slice(at)] : parts
}

/** What one sees while writing, "@周雅婷", and whom it means. */
export function readable(text: string) {
  const parts = partsOf(text)
  return {
    text: parts.map((part) => (typeof part === 'string' ? part : `@${part.label}`)).join(''),
    people: parts.filter((part) => typeof part !== 'string'),
  }
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/**
 * What the server is sent: "@[周雅婷](person:…)". A name that was chosen several times means the people in the order in
 * which they were chosen, so that two of the same name are told apart.
 */
export function withMentions(text: string, people: Ref[]) {
  const named = people.filter(({ label }) => label && !/[\]\n]/.test(label))
  if (!named.length) return text
  const names = [...new Set(named.map(({ label }) => label))].sort((a, b) => b.length - a.length)
  const met = new Map<string, number>()
  return text.replace(new RegExp(`[@＠](${names.map(escaped).join('|')})`, 'g'), (_, name: string) => {
    const same = named.filter(({ label }) => label === name)
    const turn = met.get(name) ?? 0
    met.set(name, turn + 1)
    return `@[${name}](person:${(same[turn] ?? same.at(-1)!).id})`
  })
}
