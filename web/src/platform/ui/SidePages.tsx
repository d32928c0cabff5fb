import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useInSight } from './useInSight'
import './side.css'

interface Props {
  label: string
  /** The key of the page that is open. */
  current: string
  menu: ReactNode
  children: ReactNode
}

/** Pages that belong together, beside their menu; on the phone this is a row that keeps the open page in sight. */
export function SidePages({ label, current, menu, children }: Props) {
  const nav = useInSight<HTMLElement>(current)
  return (
    <div className="side-pages">
      <nav className="side-nav" ref={nav} aria-label={label}>
        {menu}
      </nav>
      <div className="side-body">{children}</div>
    </div>
  )
}

interface LinkProps {
  to: string
  current: boolean
  title?: string
  children: ReactNode
}

export const SideLink = ({ to, current, title, children }: LinkProps) => (
  <Link
    to={to}
    title={title}
    className={current ? 'side-link is-current' : 'side-link'}
    aria-current={current ? 'page' : undefined}
  >
    {children}
  </Link>
)
