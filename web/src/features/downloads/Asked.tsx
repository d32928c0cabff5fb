import { isGroup, tryParse, type Condition } from '@/platform/filter'
import { useConditionText } from '@/platform/filter/describe'
import type { Field } from '@/platform/http'
import { formatNumber, useTexts } from '@/platform/i18n'
import { fieldAt, useFields } from '@/platform/records'

function One({ field, condition }: { field: Field; condition: Condition }) {
  const { of } = useTexts()
  return (
    <li>
      {of(field.label)} {useConditionText(field, condition)}
    </li>
  )
}

interface Props {
  object: string
  filter: string
  q: string
  /** So many were chosen one by one. */
  chosen: number
}

/** Which records were asked for, as the list said it. */
export function Asked({ object, filter, q, chosen }: Props) {
  const { t } = useTexts()
  const { data: catalogue } = useFields(object)
  const group = tryParse(filter)
  if (chosen) return <p className="note num">{t('downloads.chosen', { n: formatNumber(chosen) })}</p>
  if (!filter && !q) return <p className="note">{t('downloads.all')}</p>
  const nodes = !group ? [] : group.all ? group.items : [group]
  return (
    <ul className="note asked">
      {q && <li>{t('downloads.like', { q })}</li>}
      {nodes.map((node, at) => {
        if (isGroup(node)) return <li key={at}>{t('filter.anyOf', { n: node.items.length })}</li>
        const field = catalogue && fieldAt(catalogue, node.field)
        return field && <One key={at} field={field} condition={node} />
      })}
    </ul>
  )
}
