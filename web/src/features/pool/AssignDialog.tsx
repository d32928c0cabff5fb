import { Modal, Segmented, Tag } from 'antd'
import { useState } from 'react'
import type { Field, Ref } from '@/platform/http'
import { formatNumber, useTexts } from '@/platform/i18n'
import { FieldInput } from '@/platform/inputs'
import { asRef } from '@/platform/records'

export type Way = 'roundRobin' | 'load'

interface Props {
  n: number
  run: (people: string[], way: Way) => void
  close: () => void
}

const person = { name: 'person', type: 'person', object: 'person', required: false } as Field

/** To whom the chosen customers go: all to one, or shared among several. */
export function AssignDialog({ n, run, close }: Props) {
  const { t } = useTexts()
  const [people, setPeople] = useState<Ref[]>([])
  const [way, setWay] = useState<Way>('roundRobin')
  const [round, setRound] = useState(0)
  const without = (id: string) => people.filter((one) => one.id !== id)
  const add = (who: Ref | null) => {
    if (!who) return
    setPeople([...without(who.id), who])
    setRound(round + 1)
  }
  const ways = [
    { value: 'roundRobin' as const, label: t('pool.roundRobin') },
    { value: 'load' as const, label: t('pool.byLoad') },
  ]
  return (
    <Modal
      open
      title={t('pool.assignAsk', { n: formatNumber(n) })}
      okText={t('pool.assignMany', { n: formatNumber(n) })}
      okButtonProps={{ disabled: !people.length }}
      cancelText={t('common.cancel')}
      onCancel={close}
      onOk={() =>
        run(
          people.map(({ id }) => id),
          way,
        )
      }
      width={420}
    >
      <div className="readers-chosen">
        {people.map(({ id, label }) => (
          <Tag key={id} closable onClose={() => setPeople(without(id))}>
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
        autoFocus
      />
      {people.length > 1 && (
        <Segmented<Way> block className="below" value={way} onChange={setWay} options={ways} />
      )}
    </Modal>
  )
}
