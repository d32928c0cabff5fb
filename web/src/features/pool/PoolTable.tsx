import { Checkbox, Table, type TableColumnsType } from 'antd'
import type { ReactNode } from 'react'
import type { Catalogue, Field, Row } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { fieldAt, isEmpty, titleOf, valueOf } from '@/platform/records'
import { usePhone } from '@/platform/theme/theme'
import { FieldValue } from '@/platform/values'
import { useWords } from './pooled'
import { Why } from './Why'

interface Props {
  catalogue: Catalogue
  /** Names of the fields between the name and the reason. */
  shown: string[]
  rows: Row[]
  selected: string[]
  onSelect: (ids: string[]) => void
  open: (id: string) => void
  /** The button of a row, or why there is none. */
  act: (row: Row) => ReactNode
  /** Whether a row can be chosen to be claimed. */
  choosable: (row: Row) => boolean
}

const SHOWN_AT_ONCE = 3

const fieldsOf = (catalogue: Catalogue, shown: string[]) =>
  shown
    .map((name) => fieldAt(catalogue, name))
    .filter((field): field is Field => !!field)
    .slice(0, SHOWN_AT_ONCE)

function Cards(props: Props) {
  const { t } = useTexts()
  const { catalogue, rows, selected, onSelect, open, act, choosable } = props
  const since = fieldAt(catalogue, 'pooledAt')!
  const toggle = (id: string) =>
    onSelect(selected.includes(id) ? selected.filter((one) => one !== id) : [...selected, id])
  return (
    <ul className="pool-cards">
      {rows.map((row) => (
        <li key={row.id}>
          <Checkbox
            checked={selected.includes(row.id)}
            disabled={!choosable(row)}
            onChange={() => toggle(row.id)}
            aria-label={t('list.choose', { what: titleOf(row, catalogue) })}
          />
          <div className="grow">
            <button type="button" className="plain pool-name" onClick={() => open(row.id)}>
              {titleOf(row, catalogue)}
            </button>
            <div className="pool-card-facts">
              {fieldsOf(catalogue, props.shown)
                .filter((field) => !isEmpty(valueOf(row, field)))
                .map((field) => (
                  <span key={field.name}>
                    <FieldValue field={field} row={row} object={catalogue.object} />
                  </span>
                ))}
            </div>
            <div className="note">
              <Why row={row} /> <FieldValue field={since} row={row} object={catalogue.object} />
            </div>
          </div>
          {act(row)}
        </li>
      ))}
    </ul>
  )
}

/** What waits in a pool: who, what the pool shows of him, why and since when, and whether he can be claimed. */
export function PoolTable(props: Props) {
  const { t, of } = useTexts()
  const phone = usePhone()
  const { catalogue, rows, selected, onSelect, open, act, choosable } = props
  const { what } = useWords(catalogue.object)
  if (phone) return <Cards {...props} />
  const since = fieldAt(catalogue, 'pooledAt')!
  const columns: TableColumnsType<Row> = [
    {
      key: 'name',
      title: what,
      width: 200,
      fixed: 'left',
      render: (_, row) => (
        <button type="button" className="plain pool-name clip" onClick={() => open(row.id)}>
          {titleOf(row, catalogue)}
        </button>
      ),
    },
    ...fieldsOf(catalogue, props.shown).map((field) => ({
      key: field.name,
      title: of(field.label),
      width: 124,
      render: (_: unknown, row: Row) => (
        <div className="clip">
          <FieldValue field={field} row={row} object={catalogue.object} />
        </div>
      ),
    })),
    { key: 'why', title: t('pool.why'), width: 180, render: (_, row) => <Why row={row} /> },
    {
      key: 'since',
      title: t('pool.since'),
      width: 80,
      render: (_, row) => <FieldValue field={since} row={row} object={catalogue.object} />,
    },
    {
      key: 'act',
      title: t('pool.act'),
      width: 140,
      fixed: 'right',
      align: 'right',
      render: (_, row) => act(row),
    },
  ]
  return (
    <Table<Row>
      className="record-table is-normal"
      size="small"
      rowKey="id"
      columns={columns}
      dataSource={rows}
      pagination={false}
      sticky
      tableLayout="fixed"
      scroll={{ x: columns.reduce((sum, column) => sum + Number(column.width), 44) }}
      rowSelection={{
        selectedRowKeys: selected,
        onChange: (ids) => onSelect(ids.map(String)),
        columnWidth: 44,
        fixed: true,
        getCheckboxProps: (row) =>
          ({
            disabled: !choosable(row),
            'aria-label': t('list.choose', { what: titleOf(row, catalogue) }),
          }) as object,
      }}
    />
  )
}
