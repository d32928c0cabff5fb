import { Tag } from 'antd'
import { useState } from 'react'
import type { Field, Ref } from '@/platform/http'
import { FieldInput } from '@/platform/inputs'
import { asRef } from '@/platform/records'

const person = { name: 'person', type: 'person', object: 'person', required: false } as Field

interface Props {
  label: string
  value?: Ref[]
  onChange?: (people: Ref[]) => void
}

/** Colleagues, in the order in which they were chosen. */
export function PeopleInput({ label, value = [], onChange = () => undefined }: Props) {
  const [round, setRound] = useState(0)
  const without = (id: string) => value.filter((one) => one.id !== id)
  const add = (who: Ref | null) => {
    if (!who) return
    onChange([...without(who.id), who])
    setRound(round + 1)
  }
  return (
    <>
      {value.length > 0 && (
        <div className="readers-chosen">
          {value.map((one) => (
            <Tag key={one.id} closable onClose={() => onChange(without(one.id))}>
              {one.label}
            </Tag>
          ))}
        </div>
      )}
      <FieldInput
        key={round}
        field={person}
        value={null}
        label={label}
        onChange={(next) => add(asRef(next))}
      />
    </>
  )
}
