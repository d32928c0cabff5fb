import { Segmented, Tag } from 'antd'
import { useState } from 'react'
import type { Field, Ref } from '../http'
import { useTexts } from '../i18n'
import { asRef } from '../records'
import { FieldInput } from './FieldInput'

export type Way = 'roundRobin' | 'load'

const person = { name: 'person', type: 'person', object: 'person', required: false } as Field

interface Props {
  people: Ref[]
  way: Way
  change: (people: Ref[], way: Way) => void
  autoFocus?: boolean
}

/** To whom records go: all to one, or shared among several, in turn or by what each holds. */
export function Heirs({ people, way, change, autoFocus = false }: Props) {
  const { t } = useTexts()
  const [round, setRound] = useState(0)
  const without = (id: string) => people.filter((one) => one.id !== id)
  const add = (who: Ref | null) => {
    if (!who) return
    change([...without(who.id), who], way)
    setRound(round + 1)
  }
  const ways = [
    { value: 'roundRobin' as const, label: t('pool.roundRobin') },
    { value: 'load' as const, label: t('pool.byLoad') },
  ]
  return (
    <>
      <div className="readers-chosen">
        {people.map(({ id, label }) => (
          <Tag key={id} closable onClose={() => change(without(id), way)}>
            {label}
          </Tag>
        ))}
      </div>
      <FieldInput
        key={round}
        field={person}
        value={null}
        onChange={(value) => add(asRef(value))}
        label={t('share.kinds.person')}
        autoFocus={autoFocus}
      />
      {people.length > 1 && (
        <Segmented<Way>
          block
          className="below"
          value={way}
          onChange={(next) => change(people, next)}
          options={ways}
        />
      )}
    </>
  )
}
