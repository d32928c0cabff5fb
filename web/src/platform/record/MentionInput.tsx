import { Mentions } from 'antd'
import { useRef, useState } from 'react'
import type { Ref } from '../http'
import { useTexts } from '../i18n'
import { useFound } from '../inputs/useFound'
import { Avatar } from '../ui'

/** The word behind the @, once it stands still and the input method is done with it. */
function useWord() {
  const [word, setWord] = useState<string | null>(null)
  const composing = useRef(false)
  const timer = useRef(0)
  const search = (next: string) => {
    clearTimeout(timer.current)
    timer.current = window.setTimeout(() => !composing.current && setWord(next.trim()), 200)
  }
  const input = {
    onCompositionStart: () => {
      composing.current = true
    },
    onCompositionEnd: () => {
      composing.current = false
    },
  }
  return { word, search, input }
}

interface Props {
  value: string
  onChange: (text: string) => void
  onMention: (person: Ref) => void
  onKeyDown: (event: React.KeyboardEvent) => void
  placeholder: string
  label: string
}

/** Text in which an @ opens the list of colleagues. */
export function MentionInput({ value, onChange, onMention, onKeyDown, placeholder, label }: Props) {
  const { t } = useTexts()
  const { word, search, input } = useWord()
  const { found, isFetching } = useFound('person', word ?? '', word !== null)
  const options = found.map((person) => ({
    key: person.id,
    value: person.label,
    person,
    label: (
      <span className="person">
        <Avatar name={person.label} /> {person.label}
      </span>
    ),
  }))
  return (
    <Mentions
      variant="borderless"
      autoSize={{ minRows: 2, maxRows: 8 }}
      prefix={['@', '＠']}
      value={value}
      placeholder={placeholder}
      aria-label={label}
      options={options}
      filterOption={false}
      notFoundContent={t(isFetching || word === null ? 'record.findingColleague' : 'record.noColleague')}
      onSearch={search}
      onSelect={(option) => onMention((option as (typeof options)[number]).person)}
      onChange={onChange}
      onKeyDown={onKeyDown}
      {...input}
    />
  )
}
