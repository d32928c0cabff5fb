import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  HolderOutlined,
  PushpinFilled,
  PushpinOutlined,
} from '@ant-design/icons'
import { Button, Checkbox, InputNumber } from 'antd'
import type { Field, ViewColumn } from '../http'
import { useTexts } from '../i18n'
import { fieldAt, pathOf } from '../records'
import { useColumnMoves, type ColumnMoves } from './useColumnMoves'
import type { List } from './useList'

interface ShownProps {
  list: List
  column: ViewColumn
  index: number
  moves: ColumnMoves
}

function Shown({ list, column, index, moves }: ShownProps) {
  const { t, of } = useTexts()
  const { columns } = list.state
  const label = of(fieldAt(list.catalogue, column.field)?.label)
  const change = (next: ViewColumn[]) => list.change({ columns: next })
  const with_ = (part: Partial<ViewColumn>) =>
    change(columns.map((other) => (other === column ? { ...column, ...part } : other)))
  const move = (step: number) => moves.move(column.field, index + step)
  const act = (name: string) => `${name} ${label}`
  return (
    <li className={moves.over === column.field ? 'is-over' : undefined} {...moves.dragging(column.field)}>
      <button
        type="button"
        className="plain column-grip"
        aria-label={act(t('list.grip'))}
        onKeyDown={moves.onKeyDown(column.field)}
      >
        <HolderOutlined aria-hidden />
      </button>
      <Checkbox
        checked
        disabled={columns.length === 1}
        onChange={() => change(columns.filter((other) => other !== column))}
      >
        {label}
      </Checkbox>
      <span className="grow" />
      <InputNumber
        size="small"
        min={60}
        max={600}
        step={20}
        placeholder={t('list.auto')}
        aria-label={act(t('list.width'))}
        value={column.width ?? null}
        onChange={(width) => with_({ width })}
        style={{ width: 72 }}
      />
      <Button
        size="small"
        type="text"
        aria-label={act(t('list.freeze'))}
        aria-pressed={!!column.frozen}
        icon={column.frozen ? <PushpinFilled /> : <PushpinOutlined />}
        onClick={() => with_({ frozen: !column.frozen })}
      />
      <Button
        size="small"
        type="text"
        aria-label={act(t('list.moveUp'))}
        disabled={index === 0}
        icon={<ArrowUpOutlined />}
        onClick={() => move(-1)}
      />
      <Button
        size="small"
        type="text"
        aria-label={act(t('list.moveDown'))}
        disabled={index === columns.length - 1}
        icon={<ArrowDownOutlined />}
        onClick={() => move(1)}
      />
    </li>
  )
}

/** Show, order, freeze and width of columns. */
export default function ColumnsPanel({ list }: { list: List }) {
  const { t, of } = useTexts()
  const { columns } = list.state
  const moves = useColumnMoves(list)
  const hidden = list.catalogue.fields.filter(
    (field) => !columns.some((column) => column.field === pathOf(field)),
  )
  const add = (field: Field) => list.change({ columns: [...columns, { field: pathOf(field) }] })
  return (
    <div className="columns-panel">
      <div className="note">{t('list.shownHint')}</div>
      <span className="sr" role="status">
        {moves.said}
      </span>
      <ul>
        {columns.map((column, index) => (
          <Shown key={column.field} list={list} column={column} index={index} moves={moves} />
        ))}
      </ul>
      {hidden.length > 0 && <div className="note">{t('list.hidden')}</div>}
      <ul>
        {hidden.map((field) => (
          <li key={pathOf(field)}>
            <Checkbox checked={false} onChange={() => add(field)}>
              {of(field.label)}
            </Checkbox>
          </li>
        ))}
      </ul>
    </div>
  )
}
