import type { ReactNode } from 'react'

const colours = new Set(['blue', 'tide', 'ok', 'warn', 'bad', 'violet', 'gray', 'outline'])

/** A person's own tag: outlined unless a colour was chosen for it. */
export const ownColour = (color: string | null | undefined) => (color && color !== 'gray' ? color : 'outline')

/** Tinted = meaning, outline = a person's own tag, gray = neutral grade. */
export function Tag({ color, children }: { color?: string | null; children: ReactNode }) {
  return <span className={`tag tag-${color && colours.has(color) ? color : 'gray'}`}>{children}</span>
}
