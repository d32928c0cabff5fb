import { EditOutlined, LockOutlined } from '@ant-design/icons'
import { lazy, Suspense, useState } from 'react'
import type { Field, FieldType, Row, Value } from '../http'
import { useTexts } from '../i18n'
import { baseOf, isEmpty, maskOf, pathOf, startOf, valueOf } from '../records'
import { FieldValue } from '../values'
import { editable } from '../list/useCells'
import { useSeen } from './useSeen'

const InlineEditor = lazy(() => import('../inputs/InlineEditor'))

interface LinesProps {
  object: string
  fields: Field[]
  row: Row
  write: (row: Row, field: Field, value: Value) => Promise<unknown>
}

interface LineProps extends Omit<LinesProps, 'fields'> {
  field: Field
  open: boolean
  setOpen: (path: string | null) => void
  move: (step: number) => void
}

/** Their values are links: the way to edit stands beside, so that neither covers the other. */
const leads: FieldType[] = ['files', 'record', 'link', 'email']

function Line({ object, field, row, write, open, setOpen, move }: LineProps) {
  const { t, of } = useTexts()
  const label = of(field.label)
  const can = editable(row, field)
  const seen = useSeen(row, open)
  const value = <FieldValue field={field} row={row} object={object} exact />
  if (open) {
    return (
      <dd className="line-edit">
        <Suspense fallback={value}>
          <InlineEditor
            object={object}
            field={field}
            value={startOf(row, field)}
            placeholder={maskOf(row, field)}
            label={label}
            done={(next, leave) => {
              if (leave === 'stay') setOpen(null)
              else move(leave === 'next' ? 1 : -1)
              if (next !== undefined) void write(baseOf(seen, row, [field]), field, next)
            }}
          />
        </Suspense>
      </dd>
    )
  }
  if (can && leads.includes(field.type) && !isEmpty(valueOf(row, field))) {
    return (
      <dd className="line-beside">
        <span className="line-value">{value}</span>
        <button
          type="button"
          className="icon-button"
          aria-label={t('list.editCell', { what: label })}
          onClick={() => setOpen(pathOf(field))}
        >
          <EditOutlined />
        </button>
      </dd>
    )
  }
  return (
    <dd className={can ? 'line-open' : undefined}>
      <span className="line-value">{value}</span>
      {can && (
        <button
          type="button"
          className="line-button"
          aria-label={t('list.editCell', { what: label })}
          onClick={() => setOpen(pathOf(field))}
        />
      )}
      {field.right === 'read' && !field.readOnly && (
        <LockOutlined className="ink3" aria-label={t('field.locked')} />
      )}
    </dd>
  )
}

/** Label and value, one line a field; a click on a value edits it where it stands. */
export function FieldLines({ object, fields, row, write }: LinesProps) {
  const { of } = useTexts()
  const [open, setOpen] = useState<string | null>(null)
  const move = (field: Field, step: number) => {
    const able = fields.filter((one) => editable(row, one))
    const next = able[able.indexOf(field) + step]
    setOpen(next ? pathOf(next) : null)
  }
  return (
    <dl className="lines">
      {fields.map((field) => (
        <div key={pathOf(field)} className={field.type === 'files' ? 'line-wide' : undefined}>
          <dt>{of(field.label)}</dt>
          <Line
            object={object}
            field={field}
            row={row}
            write={write}
            open={open === pathOf(field)}
            setOpen={setOpen}
            move={(step) => move(field, step)}
          />
        </div>
      ))}
    </dl>
  )
}
