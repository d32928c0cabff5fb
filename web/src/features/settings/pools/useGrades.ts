import type { Catalogue } from '@/platform/http'
import { fieldAt, useDictionaries } from '@/platform/records'

/** The grades of the firm; none of what has no grade. */
export function useGrades(catalogue: Catalogue) {
  const items = useDictionaries().data?.find(({ key }) => key === 'grade')?.items ?? []
  return fieldAt(catalogue, 'grade') ? items : []
}
