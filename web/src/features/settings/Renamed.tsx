import { Input } from 'antd'
import { useState } from 'react'
import { composing } from '@/platform/keyboard'

interface Props {
  value: string
  label: string
  inputMode?: 'decimal'
  save: (value: string) => void
}

/** A name that is changed where it stands; Enter or leaving saves, Esc puts it back. */
export function Renamed({ value, label, inputMode, save }: Props) {
  const [draft, setDraft] = useState(value)
  const commit = () => {
    const next = draft.trim()
    if (next && next !== value) save(next)
    else setDraft(value)
  }
  return (
    <Input
      size="small"
      aria-label={label}
      inputMode={inputMode}
      value={draft}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (composing(event)) return
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key === 'Escape') setDraft(value)
      }}
    />
  )
}
