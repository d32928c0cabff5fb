import type { Choice, Dictionary, Field, Tag } from '../http'
import { useTexts, type Locale } from '../i18n'
import { useDictionaries, useTags } from '../records'

export interface Choosable extends Choice {
  parent?: string | null
  disabled?: boolean
  /** The name of the group that a tag stands in. */
  group?: string | null
}

/** What a choice field offers: its dictionary's items, its own choices, or the tags. */
function choicesOf(
  field: Field,
  dictionaries: Dictionary[] | undefined,
  tags: Tag[] | undefined,
  locale: Locale,
): Choosable[] {
  if (field.type === 'tags')
    return (tags ?? []).map(({ id, name, color, group }) => ({
      id,
      label: name,
      color,
      group: group ?? null,
    }))
  if (Array.isArray(field.options)) return field.options
  const items = dictionaries?.find((dictionary) => dictionary.key === field.options)?.items ?? []
  return [...items]
    .sort((a, b) => a.order - b.order)
    .map(({ id, label, labelEn, color, parent, disabled }) => ({
      id,
      label: (locale === 'en' && labelEn) || label,
      color: color ?? null,
      parent,
      disabled,
    }))
}

export function useChoices(field: Field): Choosable[] {
  const { locale } = useTexts()
  return choicesOf(field, useDictionaries().data, useTags().data, locale)
}
