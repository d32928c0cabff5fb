import { CaretDownOutlined, CaretUpOutlined } from '@ant-design/icons'
import { Table, type TableColumnsType } from 'antd'
import type { ReactNode } from 'react'
import type { Field, Row } from '../http'
import { useTexts } from '../i18n'
import { fieldAt, pathOf } from '../records'
import { Cell } from './Cell'
import { Refusals } from './Refusals'
import { nextSort } from './viewState'
import type { List } from './useList'
import { useCells } from './useCells'

const widths: Partial<Record<Field['type'], number>> = {
  money: 110,
  number: 90,
  percent: 80,
  date: 110,
  dateTime: 110,
  yesNo: 80,
  choice: 100,
  phone: 160,
  person: 110,
  region: 170,
  tags: 180,
  industry: 160,
  longText: 240,
}
const numeric = new Set(['money', 'number', 'percent'])

function Head({ list, field }: { list: List; field: Field }) {
  const { t, of } = useTexts()
  const path = pathOf(field)
  const { sort } = list.state
  const way = sort === path ? 'up' : sort === `-${path}` ? 'down' : null
  if (!field.sortable) return <>{of(field.label)}</>
  return (
    <button
      type="button"
      className="head-sort"
      title={t('list.sortBy', { what: of(field.label) })}
      onClick={() => list.change({ sort: nextSort(sort, path, list.view.sort) })}
    >
      {of(field.label)}
      {way === 'up' && <CaretUpOutlined aria-label={t('list.up')} />}
      {way === 'down' && <CaretDownOutlined aria-label={t('list.down')} />}
    </button>
  )
}

interface Props {
  list: List
  rows: Row[]
  selected: string[]
  onSelect: (ids: string[]) => void
  footer: ReactNode
  empty: ReactNode
}

/** The list as a table: every visible cell can be read, and edited where the right allows. */
export function RecordTable({ list, rows, selected, onSelect, footer, empty }: Props) {
  const { t } = useTexts()
  const { catalogue, object, state } = list
  const fields = state.columns.map((column) => ({ ...column, is: fieldAt(catalogue, column.field)! }))
  const cells = useCells(
    object,
    rows,
    fields.map(({ is }) => is),
  )
  const columns: TableColumnsType<Row> = fields.map(({ is, width, frozen }) => ({
    key: pathOf(is),
    title: <Head list={list} field={is} />,
    width: width ?? (is.name === catalogue.title ? 320 : (widths[is.type] ?? 150)),
    ...(frozen && { fixed: 'left' as const }),
    align: numeric.has(is.type) ? 'right' : 'left',
    onHeaderCell: () => ({
      'aria-sort':
        state.sort === pathOf(is) ? 'ascending' : state.sort === `-${pathOf(is)}` ? 'descending' : undefined,
    }),
    onCell: (row) => ({ className: cells.classOf(row, is) }),
    render: (_: unknown, row: Row) => <Cell list={list} row={row} field={is} cells={cells} />,
  }))
  const total = columns.reduce((sum, column) => sum + Number(column.width), 44)
  return (
    <Table<Row>
      className={`record-table is-${state.density}`}
      size="small"
      rowKey="id"
      columns={columns}
      dataSource={rows}
      pagination={false}
      sticky
      tableLayout="fixed"
      scroll={{ x: total }}
      rowClassName={(row) => (row.id === list.peek ? 'is-open' : '')}
      rowSelection={{
        selectedRowKeys: selected,
        onChange: (keys) => onSelect(keys.map(String)),
        columnWidth: 44,
        fixed: true,
        getCheckboxProps: (row) =>
          ({ 'aria-label': t('list.choose', { what: String(row[catalogue.title] ?? '') }) }) as object,
      }}
      expandable={{
        expandedRowKeys: cells.refusedIds,
        expandedRowRender: (row) => <Refusals row={row} catalogue={catalogue} cells={cells} />,
        showExpandColumn: false,
      }}
      locale={{ emptyText: empty }}
      footer={() => footer}
    />
  )
}
