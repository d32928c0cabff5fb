/** RSQL as the server reads it: `;` and, `,` or, parentheses; and the tree the filter builder edits. */

export interface Condition {
  field: string
  op: string
  values: string[]
}
export interface Group {
  all: boolean
  items: Node[]
}
export type Node = Condition | Group

export const isGroup = (node: Node): node is Group => 'items' in node
export const emptyFilter = (): Group => ({ all: true, items: [] })

const LISTED = new Set(['=in=', '=out='])
const PLAIN = /^[^\s"'(),;=!<>~\\]+$/

const quote = (value: string) =>
  PLAIN.test(value) ? value : `'${value.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`

function printCondition({ field, op, values }: Condition) {
  const words = values.map(quote).join(',')
  return `${field}${op}${LISTED.has(op) ? `(${words})` : words}`
}

/** Groups without conditions are left out; a group within a group gets parentheses. */
export function printFilter(node: Node, nested = false): string {
  if (!isGroup(node)) return printCondition(node)
  const parts = node.items.map((item) => printFilter(item, true)).filter(Boolean)
  const text = parts.join(node.all ? ';' : ',')
  return nested && parts.length > 1 ? `(${text})` : text
}

export class FilterUnreadable extends Error {}

class Reader {
  private at = 0
  constructor(private readonly text: string) {}

  read(): Node {
    const node = this.either()
    if (this.at < this.text.length) this.fail()
    return node
  }

  private fail(): never {
    throw new FilterUnreadable(`position ${this.at}: ${this.text}`)
  }

  private eat(char: string) {
    if (this.text[this.at] !== char) return false
    this.at++
    return true
  }

  private joined(separator: string, part: () => Node): Node[] {
    const items = [part()]
    while (this.eat(separator)) items.push(part())
    return items
  }

  private either(): Node {
    const items = this.joined(',', () => this.both())
    return items.length > 1 ? { all: false, items } : items[0]!
  }

  private both(): Node {
    const items = this.joined(';', () => this.single())
    return items.length > 1 ? { all: true, items } : items[0]!
  }

  private single(): Node {
    if (!this.eat('(')) return this.condition()
    const node = this.either()
    if (!this.eat(')')) this.fail()
    return node
  }

  private match(pattern: RegExp) {
    const sticky = new RegExp(pattern.source, 'y')
    sticky.lastIndex = this.at
    const found = sticky.exec(this.text)
    if (!found) this.fail()
    this.at += found[0].length
    return found[0]
  }

  private condition(): Condition {
    const field = this.match(/[\w.]+/)
    const op = this.match(/==|!=|=[a-z]+=/)
    if (!LISTED.has(op)) return { field, op, values: [this.value()] }
    if (!this.eat('(')) this.fail()
    const values = [this.value()]
    while (this.eat(',')) values.push(this.value())
    if (!this.eat(')')) this.fail()
    return { field, op, values }
  }

  private value() {
    const mark = this.text[this.at]
    if (mark !== "'" && mark !== '"') return this.match(/[^"'(),;=!<>~\\\s]+/)
    const quoted = this.match(mark === "'" ? /'(?:\\.|[^'\\])*'/ : /"(?:\\.|[^"\\])*"/)
    return quoted.slice(1, -1).replace(/\\(.)/g, '$1')
  }
}

/** The outermost group is always an "and" group unless the text is one "or". */
export function parseFilter(text: string): Group {
  if (!text.trim()) return emptyFilter()
  const node = new Reader(text.trim()).read()
  return isGroup(node) ? node : { all: true, items: [node] }
}

/** Null when someone's address bar holds something that is no filter. */
export function tryParse(text: string): Group | null {
  try {
    return parseFilter(text)
  } catch {
    return null
  }
}

export const both = (...filters: (string | undefined)[]) => {
  const parts = filters.filter((part): part is string => !!part)
  if (parts.length < 2) return parts[0] ?? ''
  return printFilter({ all: true, items: parts.map(parseFilter) })
}

/** The filter and one more condition; what cannot be read is left to the server, which says so. */
export const within = (filter: string, condition: Node) =>
  tryParse(filter) ? both(filter, printFilter(condition)) : filter
