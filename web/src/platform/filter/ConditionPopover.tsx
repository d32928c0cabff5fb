import { Button } from 'antd'
import { useState } from 'react'
import type { Catalogue, Field } from '../http'
import { useTexts } from '../i18n'
import { ConditionEditor } from './ConditionEditor'
import { newCondition } from './operators'
import type { Condition } from './rsql'

interface Props {
  field: Field
  apply: (condition: Condition) => void
}

/** One condition on one field, for a quick chip. */
export default function ConditionPopover({ field, apply }: Props) {
  const { t } = useTexts()
  const [condition, setCondition] = useState<Condition>(() => newCondition(field))
  const only: Catalogue = {
    object: '',
    path: '',
    label: field.label,
    title: '',
    defaultSort: '',
    fields: [field],
    groups: [],
  }
  const values = condition.values.filter(Boolean)
  return (
    <div className="filter-builder is-one">
      <ConditionEditor
        catalogue={only}
        condition={condition}
        change={setCondition}
        remove={() => setCondition(newCondition(field))}
      />
      <div className="row filter-foot">
        <Button type="primary" disabled={!values.length} onClick={() => apply({ ...condition, values })}>
          {t('filter.apply')}
        </Button>
      </div>
    </div>
  )
}
