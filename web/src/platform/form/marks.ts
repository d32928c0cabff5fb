import type { Draft } from './draft'

/** Of these the server compares names, numbers and addresses; others may share theirs. */
const marks: Record<string, string[]> = {
  customer: ['name', 'shortName', 'phone', 'email', 'creditCode', 'website', 'address'],
  lead: ['name', 'phone', 'email', 'website', 'address'],
  contact: ['name', 'customer', 'phone', 'email'],
}

export type Marks = Record<string, string>

const textOf = (value: unknown) => {
  if (typeof value === 'string') return value.trim()
  return value && typeof value === 'object' && 'id' in value ? String(value.id) : ''
}

/** What is compared of a draft, without what is empty. */
export function marksOf(object: string, draft: Draft): Marks {
  const filled = (marks[object] ?? [])
    .map((mark) => [mark, textOf(draft[mark])] as const)
    .filter(([, text]) => text)
  return Object.fromEntries(filled)
}

/** One character of a name, or the customer alone, says nothing yet. */
export const isTelling = (typed: Marks) =>
  Object.entries(typed).some(([mark, text]) => mark !== 'customer' && text.length >= 2)
