/** So many rows are copied or pasted at once; for more there are exports and imports. */
export const MOST_ROWS = 200

const CELL = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)|[^\t\r\n]*/y

/** The cells of a block as spreadsheet programs put it on the clipboard; those with tabs or line breaks stand in quotes. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]]
  let at = 0
  while (true) {
    CELL.lastIndex = at
    const [whole, quoted] = CELL.exec(text)!
    rows.at(-1)!.push(quoted === undefined ? whole : quoted.replaceAll('""', '"'))
    at += whole.length
    if (at >= text.length) return rows
    const next = text[at] === '\t'
    at += text.startsWith('\r\n', at) ? 2 : 1
    if (next) continue
    if (at >= text.length) return rows
    rows.push([])
  }
}

const FORMULA = /^['\s\p{Z}\p{Cf}\p{Cc}]*[=+\-@＝＋－＠﹦﹢﹣﹫−\t\r\n]/u

/** With an apostrophe in front where a spreadsheet program would take the text for a formula; as exports do it. */
export const guard = (text: string) => (FORMULA.test(text) ? `'${text}` : text)

/** What was written before it was guarded. */
export const unguard = (text: string) => (text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text)
