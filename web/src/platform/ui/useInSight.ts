import { useEffect, useRef } from 'react'

/** For a row that scrolls: keeps its chosen entry in sight whenever another one is chosen. */
export function useInSight<Row extends HTMLElement>(chosen: string) {
  const row = useRef<Row>(null)
  useEffect(() => {
    row.current
      ?.querySelector('[aria-current], [aria-selected=true]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [chosen])
  return row
}
