import { Tag } from 'antd'
import { useState } from 'react'
import type { Reader } from '../http'
import { useTexts } from '../i18n'
import { GranteeInput, type Kind } from '../inputs'
import './readers.css'

interface Props {
  value?: Reader[]
  onChange?: (readers: Reader[]) => void
}

/** Whom a view is shown to: colleagues, departments and roles, as many as one likes. */
export function ReadersInput({ value = [], onChange = () => undefined }: Props) {
  const { t } = useTexts()
  const [kind, setKind] = useState<Kind>('person')
  const [round, setRound] = useState(0)
  const without = (id: string) => value.filter((one) => one.id !== id)
  return (
    <div className="readers">
      {value.length > 0 && (
        <div className="readers-chosen">
          {value.map((one) => (
            <Tag key={one.id} closable onClose={() => onChange(without(one.id))}>
              {t(`share.kinds.${one.object}`)} {one.label}
            </Tag>
          ))}
        </div>
      )}
      <GranteeInput
        key={round}
        kind={kind}
        chooseKind={setKind}
        value={null}
        onChange={(who) => {
          if (!who) return
          onChange([...without(who.id), { object: kind, id: who.id, label: who.label ?? '' }])
          setRound(round + 1)
        }}
      />
      {kind !== 'person' && <p className="note">{t(`share.whoHint.${kind}`)}</p>}
    </div>
  )
}
