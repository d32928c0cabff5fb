import { Input } from 'antd'
import { useState } from 'react'
import { composing } from '@/platform/keyboard'
import { useWish } from './useWish'

interface Props {
  value: string
  label: string
  inputMode?: 'decimal'
  /** The id of a list of suggestions. */
  list?: string
  /** Nothing is a value too. */
  optional?: boolean
  save: (value: string) => Promise<unknown>
}

/** A name that is changed where it stands; Enter or leaving saves, Esc puts it back. */
export function Renamed({ value, label, inputMode, list, optional, save }: Props) {
  const { stands, wish } = useWish(value, save)
  const [draft, setDraft] = useState<string | null>(null)
  const commit = () => {
    const next = draft?.trim()
    if (next || (optional && next === '')) wish(next)
    setDraft(null)
  }
  return (
    <Input
      size="small"
      aria-label={label}
      inputMode={inputMode}
      list={list}
      value={draft ?? stands}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (composing(event)) return
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key === 'Escape') setDraft(null)
      }}
    />
  )
}
