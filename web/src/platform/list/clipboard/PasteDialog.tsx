import { useQuery } from '@tanstack/react-query'
import { Modal } from 'antd'
import { http, type Catalogue } from '../../http'
import { formatNumber, useTexts } from '../../i18n'
import { apiPath, pathOf, titleOf } from '../../records'
import { RowSkeleton, Trouble } from '../../ui'
import { MOST_ROWS } from './block'
import {
  changesOf,
  laidOver,
  planned,
  refusedOf,
  type Ground,
  type Plan,
  type PlannedCell,
  type Readings,
} from './planning'
import type { RowChange } from './usePaste'
import { useWords } from './useCopy'
import './clipboard.css'

interface Props {
  catalogue: Catalogue
  block: string[][]
  ground: Ground
  close: () => void
  write: (changes: RowChange[]) => void
}

/** What the block means, once the server has read it. */
function usePlan({ block, ground, catalogue }: Props) {
  const { t } = useTexts()
  const words = useWords()
  const laid = laidOver(block, ground)
  const body = { fields: laid.fields.map(pathOf), rows: laid.lines }
  const { data, error, refetch } = useQuery({
    queryKey: ['readings', catalogue.object, body],
    queryFn: () => http.post<Readings>(`${apiPath(catalogue.object)}/readings`, body),
    staleTime: Infinity,
    gcTime: 0,
  })
  const plan = data ? planned(laid, data, { words, readOnly: t('paste.readOnly') }) : null
  return { plan, error, again: () => void refetch() }
}

function Cell({ cell }: { cell: PlannedCell }) {
  const { t } = useTexts()
  const { text, value, why } = cell
  if (why)
    return (
      <td className="is-refused">
        {text && <span className="clip">{text}</span>}
        <span className="paste-why">{why}</span>
      </td>
    )
  if (value === undefined) return <td className="ink3 clip">{text}</td>
  return <td className="clip">{text || <i>{t('paste.emptied')}</i>}</td>
}

function Preview({ plan, catalogue }: { plan: Plan; catalogue: Catalogue }) {
  const { t, of } = useTexts()
  return (
    // Scrolled by keyboard too.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="paste-rows" tabIndex={0} role="region" aria-label={t('paste.preview')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{of(catalogue.label)}</th>
            {plan.fields.map((field) => (
              <th key={pathOf(field)} scope="col">
                {of(field.label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {plan.rows.map(({ row, cells }) => (
            <tr key={row.id}>
              <th scope="row" className="clip">
                {titleOf(row, catalogue)}
              </th>
              {cells.map((cell) => (
                <Cell key={pathOf(cell.field)} cell={cell} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Notes({ plan, nothing }: { plan: Plan; nothing: boolean }) {
  const { t } = useTexts()
  const refused = refusedOf(plan)
  const { rows, columns } = plan.over
  return (
    <ul className="paste-notes">
      {nothing && <li>{t('paste.nothing')}</li>}
      {refused > 0 && <li className="bad">{t('paste.refused', { n: formatNumber(refused) })}</li>}
      {rows > 0 && (
        <li>
          {plan.rows.length < MOST_ROWS
            ? t('paste.overRows', { n: formatNumber(rows) })
            : t('paste.tooMany', { n: formatNumber(rows), max: MOST_ROWS })}
        </li>
      )}
      {columns > 0 && <li>{t('paste.overColumns', { n: formatNumber(columns) })}</li>}
      {plan.headed && <li>{t('paste.headed')}</li>}
    </ul>
  )
}

function NotYet({ error, again }: { error: unknown; again: () => void }) {
  const { t } = useTexts()
  return error ? <Trouble title={t('paste.unread')} error={error} again={again} /> : <RowSkeleton rows={4} />
}

/** Shows what a paste would change before anything is written. */
export default function PasteDialog(props: Props) {
  const { t } = useTexts()
  const { plan, error, again } = usePlan(props)
  const changes = plan ? changesOf(plan) : []
  const n = changes.reduce((sum, { values }) => sum + values.length, 0)
  const counts = { n: formatNumber(n), rows: formatNumber(changes.length) }
  return (
    <Modal
      open
      title={t('paste.title', counts)}
      okText={t('paste.yes', counts)}
      okButtonProps={{ disabled: !n }}
      cancelText={t('common.cancel')}
      onCancel={props.close}
      onOk={() => props.write(changes)}
      width={760}
    >
      {plan ? (
        <>
          <Notes plan={plan} nothing={!n} />
          <Preview plan={plan} catalogue={props.catalogue} />
        </>
      ) : (
        <NotYet error={error} again={again} />
      )}
    </Modal>
  )
}
