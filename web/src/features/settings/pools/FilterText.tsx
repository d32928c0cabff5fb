import { useWords } from '@/features/pool'
import type { Catalogue, Field } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { useConditionText } from '@/platform/filter/describe'
import { isGroup, tryParse, type Condition } from '@/platform/filter'
import { fieldAt } from '@/platform/records'

function One({ field, condition }: { field: Field; condition: Condition }) {
  const { of } = useTexts()
  return (
    <span className="pool-condition">
      {of(field.label)} <b>{useConditionText(field, condition)}</b>
    </span>
  )
}

/** A filter in words. */
export function FilterText({ catalogue, filter }: { catalogue: Catalogue; filter: string }) {
  const { t } = useTexts()
  const words = useWords(catalogue.object)
  const group = tryParse(filter)
  if (!filter) return <span className="ink2">{t('pool.conditionNone', words)}</span>
  if (!group) return <code>{filter}</code>
  return (
    <>
      {group.items.map((item, index) => {
        const field = isGroup(item) ? undefined : fieldAt(catalogue, item.field)
        if (isGroup(item))
          return (
            <span key={index}>{t(item.all ? 'filter.allOf' : 'filter.anyOf', { n: item.items.length })}</span>
          )
        return field ? (
          <One key={index} field={field} condition={item} />
        ) : (
          <code key={index}>{item.field}</code>
        )
      })}
    </>
  )
}
