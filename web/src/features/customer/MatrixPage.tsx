import { SwapOutlined } from '@ant-design/icons'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Segmented, Select } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { Catalogue, Field } from '@/platform/http'
import { formatNumber, useTexts } from '@/platform/i18n'
import { useChoices, type Choosable } from '@/platform/inputs/useChoices'
import { pathOf, useFields } from '@/platform/records'
import { useCan } from '@/platform/session'
import { PageHead, RowSkeleton, Trouble } from '@/platform/ui'
import { axes, standsIn, useMatrix, valuesOf } from './matrix'
import { MatrixTable } from './MatrixTable'
import { OtherPlays } from './OtherPlays'
import { sameWhere, usePlays, type Play, type Where } from './plays'
import './matrix.css'

const PlayDialog = lazy(() => import('./PlayDialog'))

interface Search {
  rows?: string
  columns?: string
  /** What the address bar says: "true" or true. */
  mine?: string | boolean
}

/** The choices of a field; of yes and no these two. */
function useSide(field: Field): Choosable[] {
  const { t } = useTexts()
  const choices = useChoices(field)
  return field.type === 'yesNo'
    ? [
        { id: 'true', label: t('common.yes') },
        { id: 'false', label: t('common.no') },
      ]
    : choices
}

interface BarProps {
  fields: Field[]
  rows: Field
  columns: Field
  mine: boolean
  change: (search: Search) => void
}

function Bar({ fields, rows, columns, mine, change }: BarProps) {
  const { t, of } = useTexts()
  const options = (other: Field) =>
    fields
      .filter((field) => field !== other)
      .map((field) => ({ value: pathOf(field), label: of(field.label) }))
  const side = (name: 'rows' | 'columns', field: Field, other: Field) => (
    <Select
      aria-label={t(`matrix.${name}`)}
      value={pathOf(field)}
      options={options(other)}
      onChange={(path: string) => change({ [name]: path })}
      popupMatchSelectWidth={false}
    />
  )
  const swap = () => change({ rows: pathOf(columns), columns: pathOf(rows) })
  return (
    <div className="matrix-bar">
      {side('rows', rows, columns)}
      <Button icon={<SwapOutlined />} aria-label={t('matrix.swap')} title={t('matrix.swap')} onClick={swap} />
      {side('columns', columns, rows)}
      <Segmented
        value={mine ? 'mine' : 'all'}
        options={[
          { value: 'all', label: t('matrix.all') },
          { value: 'mine', label: t('matrix.mine') },
        ]}
        onChange={(value) => change({ mine: value === 'mine' })}
      />
    </div>
  )
}

interface BodyProps {
  catalogue: Catalogue
  rows: Field
  columns: Field
  mine: boolean
}

function Body({ catalogue, rows, columns, mine }: BodyProps) {
  const { t } = useTexts()
  const can = useCan()
  const { data, error, refetch } = useMatrix(rows, columns, mine ? 'owner==@me' : '')
  const plays = usePlays()
  const down = useSide(rows)
  const across = useSide(columns)
  const [writing, setWriting] = useState<{ where: Where; words: string } | null>(null)
  const trouble = error ?? plays.query.error
  const again = () => {
    void refetch()
    void plays.query.refetch()
  }
  if (trouble) {
    return <Trouble title={t('common.notDone', { what: t('matrix.title') })} error={trouble} again={again} />
  }
  if (!data || !plays.query.data) return <RowSkeleton rows={6} />
  const write = can('play.manage') ? (where: Where, words: string) => setWriting({ where, words }) : undefined
  const cells = data.cells
  const values = [
    valuesOf(
      down,
      cells.map((cell) => cell.row),
      t('matrix.none'),
    ),
    valuesOf(
      across,
      cells.map((cell) => cell.column),
      t('matrix.none'),
    ),
  ] as const
  const shown = ({ where }: Play) =>
    standsIn(where, [
      [rows, values[0]],
      [columns, values[1]],
    ])
  const ungraded = cells.every((cell) => !cell.row && !cell.column)
  return (
    <>
      <MatrixTable
        matrix={data}
        fields={[rows, columns]}
        values={values}
        mine={mine}
        plays={plays.items}
        write={write}
      />
      {!data.exact && <p className="note">{t('matrix.atLeast', { n: formatNumber(data.total) })}</p>}
      {ungraded && <p className="ink2 below">{t('matrix.ungraded')}</p>}
      <OtherPlays catalogue={catalogue} plays={plays.items} shown={shown} write={write} />
      {writing && (
        <Suspense>
          <PlayDialog
            {...writing}
            play={plays.items.find((play) => sameWhere(play.where, writing.where))}
            write={plays.write}
            close={() => setWriting(null)}
          />
        </Suspense>
      )}
    </>
  )
}

function Chosen({ catalogue }: { catalogue: Catalogue }) {
  const { t } = useTexts()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as Search
  const fields = axes(catalogue)
  const find = (path: string | undefined, otherwise: string) =>
    fields.find((field) => pathOf(field) === path) ?? fields.find((field) => pathOf(field) === otherwise)
  const rows = find(search.rows, 'potential') ?? fields[0]
  const columns = [find(search.columns, 'behaviour'), ...fields].find((field) => field && field !== rows)
  if (!rows || !columns) return <p className="ink2">{t('matrix.noFields')}</p>
  const change = (next: Search) =>
    void navigate({ to: '.', search: { ...search, ...next } as object, replace: true })
  const mine = String(search.mine) === 'true'
  return (
    <>
      <Bar fields={fields} rows={rows} columns={columns} mine={mine} change={change} />
      <Body
        key={`${rows.name} ${columns.name}`}
        catalogue={catalogue}
        rows={rows}
        columns={columns}
        mine={mine}
      />
    </>
  )
}

/** Customers counted where two classifications meet, with what is to be done in each cell. */
export default function MatrixPage() {
  const { t } = useTexts()
  const { data: catalogue, error, refetch } = useFields('customer')
  return (
    <div className="page">
      <PageHead title={t('matrix.title')} note={<Link to="/customers">{t('record.back')}</Link>} />
      <div className="page-body">
        {error && (
          <Trouble
            title={t('common.notDone', { what: t('matrix.title') })}
            error={error}
            again={() => void refetch()}
          />
        )}
        {!catalogue && !error && <RowSkeleton rows={6} />}
        {catalogue && <Chosen catalogue={catalogue} />}
      </div>
    </div>
  )
}
