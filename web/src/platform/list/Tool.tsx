import type { ReactNode } from 'react'

interface Props {
  label: string
  icon: ReactNode
  pressed?: boolean
  onClick?: () => void
}

/** An icon above a list, with its label for readers and for whoever waits on it; the browser's, which covers nothing. */
export const Tool = ({ label, icon, pressed, onClick }: Props) => (
  <button
    type="button"
    className="icon-button"
    aria-label={label}
    title={label}
    aria-pressed={pressed}
    onClick={onClick}
  >
    {icon}
  </button>
)
