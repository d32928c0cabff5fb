import { FilterChips } from '@/platform/filter'
import type { Catalogue } from '@/platform/http'
import { fieldAt } from '@/platform/records'

interface Props {
  catalogue: Catalogue
  /** What it means that there is none. */
  none: string
  value?: string
  onChange?: (condition: string) => void
}

const LIKELY = ['region', 'industry', 'source', 'grade', 'campaign']

/** Which records, as a list is filtered. */
export function ConditionInput({ catalogue, none, value = '', onChange = () => undefined }: Props) {
  const quick = LIKELY.filter((name) => fieldAt(catalogue, name))
  return (
    <>
      <FilterChips catalogue={catalogue} filter={value} quick={quick} change={onChange} />
      {!value && <p className="note">{none}</p>}
    </>
  )
}
