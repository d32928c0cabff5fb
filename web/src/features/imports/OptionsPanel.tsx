import { Radio } from 'antd'
import { useState } from 'react'
import type { Catalogue, Choice, Ref } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { FieldInput } from '@/platform/inputs'
import { asChoices, asRef, fieldAt } from '@/platform/records'
import type { Policy } from './importing'
import type { Wizard } from './useWizard'

const policies: Policy[] = ['skip', 'merge', 'update', 'refuse']

/** What happens to all rows: known ones, their owner, their tags. */
export function OptionsPanel({ wizard, catalogue }: { wizard: Wizard; catalogue: Catalogue }) {
  const { t } = useTexts()
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
      {ownerField && (
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
