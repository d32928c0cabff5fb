import { ExclamationCircleFilled } from '@ant-design/icons'
import type { Catalogue, Row } from '../http'
import { useTexts } from '../i18n'
import { fieldAt } from '../records'
import { sayProblem } from '../toast'
import type { Cells } from './useCells'

interface Props {
  row: Row
  catalogue: Catalogue
  cells: Cells
}

/** Under the row: what was not saved and why; the old value is back in its cell. */
export function Refusals({ row, catalogue, cells }: Props) {
  const { t, of } = useTexts()
  return (
    <ul className="refusals" role="alert">
      {cells.refusalsOf(row).map((refusal) => (
        <li key={refusal.path}>
          <ExclamationCircleFilled aria-hidden />{' '}
          {refusal.with?.length
            ? t('paste.rowRefused', { why: sayProblem(refusal.error) })
            : t('list.notSaved', {
                what: of(fieldAt(catalogue, refusal.path)?.label),
                why: sayProblem(refusal.error),
              })}
          <button type="button" className="link" onClick={() => cells.forgive(refusal)}>
            {t('list.gotIt')}
          </button>
        </li>
      ))}
    </ul>
  )
}
