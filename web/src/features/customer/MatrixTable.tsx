import { EditOutlined, PlusOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Popover } from 'antd'
import type { CSSProperties } from 'react'
import type { Field } from '@/platform/http'
import { formatNumber, useTexts } from '@/platform/i18n'
import { Tag, Wide } from '@/platform/ui'
import { countOf, filterFor, whereOf, type Matrix, type Side, type Value } from './matrix'
import { sameWhere, type Play, type Where } from './plays'
import './plays.css'

/** The strongest tint of a cell, in percent. */
const STRONGEST = 40

interface PlayProps {
  where: Where
  words: string
  play: Play | undefined
  write: ((where: Where, words: string) => void) | undefined
}

/** The name of the play, which opens what to do; who may can write one where there is none. */
function PlayOf({ where, words, play, write }: PlayProps) {
  const { t } = useTexts()
  if (!play) {
    if (!write) return null
    return (
      <button
        type="button"
        className="link matrix-play"
        aria-label={t('matrix.addPlayFor', { words })}
        title={t('matrix.addPlay')}
        onClick={() => write(where, words)}
      >
        <PlusOutlined />
      </button>
    )
  }
  const content = (
    <div style={{ maxWidth: 320 }}>
      <p className="play-text">{play.text}</p>
      {write && (
        <button type="button" className="link" onClick={() => write(where, words)}>
          <EditOutlined /> {t('matrix.changePlay')}
        </button>
      )}
    </div>
  )
  return (
    <Popover trigger="click" title={play.name} content={content}>
      <button
        type="button"
        className="link matrix-play"
        aria-label={t('matrix.playOf', { words, name: play.name })}
      >
        {play.name}
      </button>
    </Popover>
  )
}

interface CellProps {
  sides: Side[]
  count: string
  /** In percent; none for sums. */
  shade: number
  mine: boolean
  plays: Play[]
  write: PlayProps['write']
}

/** How many, which opens them, and the play; a sum where only one side is named. */
function OneCell({ sides, count, shade, mine, plays, write }: CellProps) {
  const { t, of } = useTexts()
  const words = sides.map(([field, value]) => `${of(field.label)} ${value.label}`).join('，')
  const where = sides.length ? whereOf(sides) : null
  const play = where && plays.find((one) => sameWhere(one.where, where))
  return (
    <td className={sides.length === 2 ? '' : 'is-sum'} style={{ '--share': `${shade}%` } as CSSProperties}>
      {count === '0' ? (
        <span className="matrix-count num ink3">0</span>
      ) : (
        <Link
          className="matrix-count num"
          to="/customers"
          search={{ filter: filterFor(sides, mine), view: 'all' } as object}
          aria-label={t('matrix.openList', { words: words || t('matrix.sum'), n: count })}
        >
          {count}
        </Link>
      )}
      {where && <PlayOf where={where} words={words} play={play ?? undefined} write={write} />}
    </td>
  )
}

function Head({ value }: { value: Value }) {
  if (value.id === null) return <span className="ink3">{value.label}</span>
  return <Tag color={value.color ?? 'gray'}>{value.label}</Tag>
}

interface Props {
  matrix: Matrix
  fields: [rows: Field, columns: Field]
  values: readonly [rows: Value[], columns: Value[]]
  mine: boolean
  plays: Play[]
  write: PlayProps['write']
}

/** Draws the cell where a value of each side meets, or of one, or of none. */
function cellOf({ matrix, fields, mine, plays, write }: Props) {
  const { cells, exact } = matrix
  const largest = Math.max(1, ...cells.map((one) => one.count))
  return (row?: Value, column?: Value) => {
    const count = countOf(cells, row, column)
    const sides: Side[] = [
      ...(row ? [[fields[0], row] as Side] : []),
      ...(column ? [[fields[1], column] as Side] : []),
    ]
    return (
      <OneCell
        mine={mine}
        plays={plays}
        write={write}
        key={column ? (column.id ?? '') : 'sum'}
        sides={sides}
        count={formatNumber(count) + (exact || !count ? '' : '+')}
        shade={sides.length === 2 ? Math.round((count / largest) * STRONGEST) : 0}
      />
    )
  }
}

export function MatrixTable(props: Props) {
  const { t, of } = useTexts()
  const [rows, columns] = props.values
  const cell = cellOf(props)
  const [down, across] = props.fields
  return (
    <Wide label={t('matrix.title')}>
      <table className="matrix">
        <caption className="note">{t('matrix.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">
              {of(down.label)} / {of(across.label)}
            </th>
            {columns.map((column) => (
              <th key={column.id ?? ''} scope="col">
                <Head value={column} />
              </th>
            ))}
            <th scope="col">{t('matrix.sum')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id ?? ''}>
              <th scope="row">
                <Head value={row} />
              </th>
              {columns.map((column) => cell(row, column))}
              {cell(row)}
            </tr>
          ))}
          <tr>
            <th scope="row">{t('matrix.sum')}</th>
            {columns.map((column) => cell(undefined, column))}
            {cell()}
          </tr>
        </tbody>
      </table>
    </Wide>
  )
}
