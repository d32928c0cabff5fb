import { Radio, Select } from 'antd'
import { useState } from 'react'
import { isPooled, useMine, useWords, type Pooled } from '@/features/pool'
import type { Catalogue, Choice, Ref } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { FieldInput } from '@/platform/inputs'
import { asChoices, asRef, fieldAt } from '@/platform/records'
import { useCan } from '@/platform/session'
import type { Policy } from './importing'
import type { Wizard } from './useWizard'

/** The word of the API for the pool whose condition a row meets. */
const byCondition = 'conditions'

const policies: Policy[] = ['skip', 'merge', 'update', 'refuse']

/** New records wait in a pool and are nobody's. */
function IntoPool({ object, wizard }: { object: Pooled; wizard: Wizard }) {
  const { t } = useTexts()
  const words = useWords(object)
  const pools = useMine(object).data?.items ?? []
  return (
    <section>
      <h2 className="section">{t('imports.pool', words)}</h2>
      <Select<string | null>
        aria-label={t('imports.pool', words)}
        value={wizard.options.pool}
        allowClear
        placeholder={t('imports.noPool')}
        options={[
          { value: byCondition, label: t('imports.poolByCondition', words) },
          ...pools.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(pool) => wizard.choose({ pool: pool ?? null })}
        style={{ width: '100%' }}
      />
      <p className="note">{t('imports.poolHint', words)}</p>
    </section>
  )
}

/** What happens to all rows: known ones, their owner, their tags. */
export function OptionsPanel({ wizard, catalogue }: { wizard: Wizard; catalogue: Catalogue }) {
  const { t } = useTexts()
  const can = useCan()
  const [owner, setOwner] = useState<Ref | null>(null)
  const [tags, setTags] = useState<Choice[]>([])
  const ownerField = fieldAt(catalogue, 'owner')
  const tagField = catalogue.fields.find((field) => field.type === 'tags')
  return (
    <aside className="import-options">
      <section>
        <h2 className="section">{t('imports.duplicates')}</h2>
        <Radio.Group
          vertical
          value={wizard.options.duplicates}
          onChange={(event) => wizard.choose({ duplicates: event.target.value as Policy })}
          options={policies.map((value) => ({ value, label: t(`imports.policies.${value}`) }))}
        />
      </section>
      {ownerField && !wizard.options.pool && (
        <section>
          <h2 className="section">{t('imports.owner')}</h2>
          <FieldInput
            field={{ ...ownerField, required: false }}
            label={t('imports.owner')}
            value={owner}
            onChange={(value) => {
              setOwner(asRef(value))
              wizard.choose({ owner: asRef(value)?.id ?? null })
            }}
          />
          <p className="note">{t('imports.ownerHint')}</p>
        </section>
      )}
      {isPooled(catalogue.object) && can(`${catalogue.object}.assign`) && !wizard.options.owner && (
        <IntoPool object={catalogue.object} wizard={wizard} />
      )}
      {tagField && (
        <section>
          <h2 className="section">{t('imports.tags')}</h2>
          <FieldInput
            field={tagField}
            label={t('imports.tags')}
            value={tags}
            onChange={(value) => {
              setTags(asChoices(value))
              wizard.choose({ tags: asChoices(value).map(({ id }) => id) })
            }}
          />
        </section>
      )}
    </aside>
  )
}
