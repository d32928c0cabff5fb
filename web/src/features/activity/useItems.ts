import { useTexts } from '@/platform/i18n'
import { useDictionaries } from '@/platform/records'

/** What a list of the firm offers, in one's language. */
export function useItems(dictionary: string) {
  const { locale } = useTexts()
  const items = useDictionaries().data?.find(({ key }) => key === dictionary)?.items ?? []
  return items
    .filter(({ disabled }) => !disabled)
    .map(({ id, label, labelEn }) => ({ value: id, label: (locale === 'en' && labelEn) || label }))
}
