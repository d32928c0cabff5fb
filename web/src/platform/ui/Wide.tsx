import { type ReactNode, useEffect, useRef, useState } from 'react'

/** Holds a table that may be wider than the page; while it is, the arrow keys reach what stands outside. */
export function Wide({ label, children }: { label: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const [overflows, setOverflows] = useState(false)
  useEffect(() => {
    const node = box.current
    if (!node) return
    const observer = new ResizeObserver(() => setOverflows(node.scrollWidth > node.clientWidth))
    observer.observe(node)
    if (node.firstElementChild) observer.observe(node.firstElementChild)
    return () => observer.disconnect()
  }, [])
  return (
    <div
      ref={box}
      className="scroll-x"
      role="region"
      aria-label={label}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
      tabIndex={overflows ? 0 : undefined}
    >
      {children}
    </div>
  )
}
