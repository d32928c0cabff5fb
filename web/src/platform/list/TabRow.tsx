import type { KeyboardEvent, ReactNode } from 'react'
import { useInSight } from '../ui'

interface Props {
  label: string
  items: { key: string; label: ReactNode }[]
  chosen: string
  choose: (key: string) => void
}

/** A row of tabs; the arrow keys walk, and only the chosen one stands in the order of Tab. */
export function TabRow({ label, items, chosen, choose }: Props) {
  const row = useInSight<HTMLDivElement>(chosen)
  const walk = (event: KeyboardEvent, index: number) => {
    const last = items.length - 1
    const targets: Record<string, number> = {
      ArrowRight: index === last ? 0 : index + 1,
      ArrowLeft: index === 0 ? last : index - 1,
      Home: 0,
      End: last,
    }
    const at = targets[event.key]
    if (at === undefined) return
    event.preventDefault()
    row.current?.querySelectorAll<HTMLElement>('[role=tab]')[at]?.focus()
    choose(items[at]!.key)
  }
  return (
    <div className="tab-row" role="tablist" aria-label={label} ref={row}>
      {items.map(({ key, label: name }, index) => (
        <button
          key={key}
          type="button"
          role="tab"
          className="plain"
          aria-selected={key === chosen}
          tabIndex={key === chosen ? 0 : -1}
          onClick={() => choose(key)}
          onKeyDown={(event) => walk(event, index)}
        >
          {name}
        </button>
      ))}
    </div>
  )
}
