import { Modal } from 'antd'
import type { Catalogue } from '../../http'
import { formatNumber, useTexts } from '../../i18n'
import { choicesOf } from '../../inputs/useChoices'
import { pathOf, titleOf, useDictionaries, useTags } from '../../records'
import { RowSkeleton } from '../../ui'
import { MOST_ROWS } from './block'
import { changesOf, planned, refusedOf, type Ground, type Plan, type PlannedCell } from './planning'
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

/** What the block means, once it is known what can be chosen. */
function usePlan({ block, ground }: Props): Plan | null {
  const words = useWords()
  const dictionaries = useDictionaries().data
  const tags = useTags().data
  if (!dictionaries || !tags) return null
  const options = (field: Parameters<typeof choicesOf>[0]) =>
    (['zh', 'en'] as const).flatMap((locale) => choicesOf(field, dictionaries, tags, locale))
  return planned(block, ground, { options, currency: words.currency }, words)
}

function Cell({ cell }: { cell: PlannedCell }) {
  const { t } = useTexts()
  const { text, value, why, about } = cell
  if (why)
    return (
      <td className="is-refused">
        {text && <span className="clip">{text}</span>}
        <span className="paste-why">{t(`paste.why.${why}`, { about })}</span>
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

/** Shows what a paste would change before anything is written. */
export default function PasteDialog(props: Props) {
  const { t } = useTexts()
  const plan = usePlan(props)
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
        <RowSkeleton rows={4} />
      )}
    </Modal>
  )
}
