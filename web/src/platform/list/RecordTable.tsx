import { CaretDownOutlined, CaretUpOutlined } from '@ant-design/icons'
import { Table, type TableColumnsType } from 'antd'
import type { ReactNode } from 'react'
import type { Field, Row, ViewColumn } from '../http'
import { useTexts } from '../i18n'
import { fieldAt, pathOf } from '../records'
import { Cell } from './Cell'
import { GroupHead } from './GroupHead'
import type { Sums as SumsOf } from './groups'
import { Refusals } from './Refusals'
import { Sum } from './Sums'
import { useColumnMoves, type ColumnMoves } from './useColumnMoves'
import type { OpenGroup } from './useGroupRows'
import { addedSort, nextSort, orderOf, sortedBy } from './sorting'
import { usePaste } from './clipboard/usePaste'
import type { List } from './useList'
import { useCells, type Cells } from './useCells'

const widths: Partial<Record<Field['type'], number>> = {
  money: 110,
  number: 90,
  percent: 80,
  date: 110,
  dateTime: 110,
  yesNo: 80,
  choice: 92,
  phone: 150,
  person: 110,
  region: 150,
  tags: 180,
  files: 180,
  industry: 150,
  longText: 240,
}
const numeric = new Set(['money', 'number', 'percent'])

interface HeadProps {
  list: List
  field: Field
  moves: ColumnMoves
}

function Head({ list, field, moves }: HeadProps) {
  const { t, of } = useTexts()
  const path = pathOf(field)
  const { sort } = list.state
  const by = sortedBy(sort, path)
  if (!field.sortable) return <>{of(field.label)}</>
  return (
    <button
      type="button"
      className="head-sort"
      title={t('list.sortBy', { what: of(field.label) })}
      onKeyDown={moves.onKeyDown(path)}
      onClick={(event) => {
        const next = event.shiftKey ? addedSort : nextSort
        list.change({ sort: next(sort, path, list.view.sort) })
      }}
    >
      {of(field.label)}
      {by?.way === 'up' && <CaretUpOutlined aria-label={t(`list.orders.${orderOf(field)}.up`)} />}
      {by?.way === 'down' && <CaretDownOutlined aria-label={t(`list.orders.${orderOf(field)}.down`)} />}
      {by?.place && <sup className="num">{by.place}</sup>}
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
  /** The rows stand under these heads. */
  groups?: OpenGroup[] | null
  /** Sums under the columns. */
  sums?: SumsOf | undefined
}

/** A head over the rows of a group, in the place of a row. */
const headRow = (group: OpenGroup) =>
  ({ id: `group:${group.name}`, version: 0, head: group }) as unknown as Row
const headOf = (row: Row) => row.head as unknown as OpenGroup | undefined

const arranged = (rows: Row[], groups: OpenGroup[] | null | undefined) =>
  groups ? groups.flatMap((group) => [headRow(group), ...(group.open ? group.rows : [])]) : rows

/** Under the last row: what the numbers of the whole list add up to. */
function SumRow({ fields, sums }: { fields: Field[]; sums: SumsOf }) {
  const { t } = useTexts()
  return (
    <Table.Summary fixed>
      <Table.Summary.Row className="sum-row">
        <Table.Summary.Cell index={0} />
        {fields.map((field, index) => (
          <Table.Summary.Cell
            key={pathOf(field)}
            index={index + 1}
            align={numeric.has(field.type) ? 'right' : 'left'}
          >
            {pathOf(field) in sums ? <Sum sum={sums[pathOf(field)]} /> : index === 0 && t('list.sum')}
          </Table.Summary.Cell>
        ))}
      </Table.Summary.Row>
    </Table.Summary>
  )
}

interface Shown extends ViewColumn {
  is: Field
}

interface ColumnsProps {
  list: List
  fields: Shown[]
  cells: Cells
  moves: ColumnMoves
}

/** Firms have longer names than people. */
const usual = ({ type, object }: Field) => (object === 'customer' ? 200 : (widths[type] ?? 130))

const widthOf = (list: List, { is, width }: Shown) =>
  width ?? (is.name === list.catalogue.title ? 320 : usual(is))

const ways = { up: 'ascending', down: 'descending' } as const

function columnsOf({ list, fields, cells, moves }: ColumnsProps): TableColumnsType<Row> {
  const { state, catalogue } = list
  const groupField = state.group ? fieldAt(catalogue, state.group) : undefined
  return fields.map((column, index) => {
    const { is, frozen } = column
    const path = pathOf(is)
    const by = sortedBy(state.sort, path)
    return {
      key: path,
      title: <Head list={list} field={is} moves={moves} />,
      width: widthOf(list, column),
      ...(frozen && { fixed: 'left' as const }),
      align: numeric.has(is.type) ? 'right' : 'left',
      onHeaderCell: () => ({
        ...moves.dragging(path),
        className: moves.over === path ? 'is-over' : undefined,
        'aria-sort': by ? ways[by.way] : undefined,
      }),
      onCell: (row) =>
        headOf(row)
          ? { className: 'group-cell', colSpan: index === 0 ? fields.length : 0 }
          : { className: cells.classOf(row, is), ...{ 'data-path': path } },
      render: (_: unknown, row: Row) => {
        const head = headOf(row)
        if (!head) return <Cell list={list} row={row} field={is} cells={cells} />
        return groupField && <GroupHead list={list} field={groupField} {...head} />
      },
    }
  })
}

/** The list as a table: every visible cell can be read, and edited where the right allows. */
export function RecordTable({ list, rows, selected, onSelect, footer, empty, groups, sums }: Props) {
  const { t } = useTexts()
  const { catalogue, object, state } = list
  const fields = state.columns.map((column) => ({ ...column, is: fieldAt(catalogue, column.field)! }))
  const moves = useColumnMoves(list)
  const plain = fields.map(({ is }) => is)
  const cells = useCells(object, rows, plain)
  const pasting = usePaste(list, rows, plain, cells)
  const columns = columnsOf({ list, fields, cells, moves })
  const total = columns.reduce((sum, column) => sum + Number(column.width), 44)
  return (
    <>
      <span className="sr" role="status">
        {moves.said}
      </span>
      <Table<Row>
        className={`record-table is-${state.density}`}
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={arranged(rows, groups)}
        pagination={false}
        sticky
        tableLayout="fixed"
        scroll={{ x: total }}
        rowClassName={(row) => {
          if (headOf(row)) return 'is-head'
          return [row.id === list.peek && 'is-open', list.toneOf?.(row)].filter(Boolean).join(' ')
        }}
        rowSelection={{
          selectedRowKeys: selected,
          onChange: (keys) => onSelect(keys.map(String)),
          columnWidth: 44,
          fixed: true,
          renderCell: (_checked, row, _index, box) => (headOf(row) ? null : box),
          getCheckboxProps: (row) =>
            ({
              disabled: !!headOf(row),
              'aria-label': t('list.choose', { what: String(row[catalogue.title] ?? '') }),
            }) as object,
        }}
        expandable={{
          expandedRowKeys: cells.refusedIds,
          expandedRowRender: (row) => <Refusals row={row} catalogue={catalogue} cells={cells} />,
          showExpandColumn: false,
        }}
        locale={{ emptyText: empty }}
        {...(sums && { summary: () => <SumRow fields={plain} sums={sums} /> })}
        footer={() => footer}
      />
      {pasting}
    </>
  )
}
