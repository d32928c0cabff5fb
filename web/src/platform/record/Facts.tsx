import type { Catalogue, Row } from '../http'
import { useTexts } from '../i18n'
import { fieldAt, isEmpty, pathOf, valueOf } from '../records'
import { FieldValue } from '../values'

interface Props {
  object: string
  catalogue: Catalogue
  row: Row
  /** Names of the fields, in their order; empty and hidden ones are left out, and what is not so. */
  names: string[]
}

/** What one needs to know before anything else, in one line under the name. */
export function Facts({ object, catalogue, row, names }: Props) {
  const { of } = useTexts()
  const fields = names
    .map((name) => fieldAt(catalogue, name))
    .filter((field) => field !== undefined)
    .filter((field) => !isEmpty(valueOf(row, field)) && valueOf(row, field) !== false)
  if (!fields.length) return null
  return (
    <dl className="facts">
      {fields.map((field) => (
        <div key={pathOf(field)}>
          <dt>{of(field.label)}</dt>
          <dd>
            <FieldValue field={field} row={row} object={object} />
            {field.name === 'completeness' && '%'}
          </dd>
        </div>
      ))}
    </dl>
  )
}
