import { Button } from 'antd'
import { useState } from 'react'
import type { Field } from '../http'
import { useTexts } from '../i18n'
import { ConditionParts } from './ConditionEditor'
import { newCondition } from './operators'
import type { Condition } from './rsql'

interface Props {
  field: Field
  apply: (condition: Condition) => void
}

/** One condition on one field, for a quick chip. What applies it stands beside the value: lists open below. */
export default function ConditionPopover({ field, apply }: Props) {
  const { t } = useTexts()
  const [condition, setCondition] = useState<Condition>(() => newCondition(field))
  const values = condition.values.filter(Boolean)
  return (
    <div className="filter-builder is-one">
      <div className="condition">
        <ConditionParts field={field} condition={condition} change={setCondition} />
        <Button type="primary" disabled={!values.length} onClick={() => apply({ ...condition, values })}>
          {t('filter.apply')}
        </Button>
      </div>
    </div>
  )
}
