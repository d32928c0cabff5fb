import { FilterChips } from '@/platform/filter'
import type { Catalogue } from '@/platform/http'

interface Props {
  catalogue: Catalogue
  /** What it means that there is none. */
  none: string
  value?: string
  onChange?: (condition: string) => void
}

const LIKELY = ['region', 'industry', 'source', 'grade']

/** Which customers, as a list is filtered. */
export function ConditionInput({ catalogue, none, value = '', onChange = () => undefined }: Props) {
  return (
    <>
      <FilterChips catalogue={catalogue} filter={value} quick={LIKELY} change={onChange} />
      {!value && <p className="note">{none}</p>}
    </>
  )
}
