import { ExclamationCircleFilled } from '@ant-design/icons'
import type { Catalogue, Row } from '../http'
import { useTexts } from '../i18n'
import { fieldAt } from '../records'
import { sayProblem } from '../toast'
import type { Cells, Refusal } from './useCells'

interface LineProps {
  refusal: Refusal
  catalogue: Catalogue
  forgive: () => void
}

interface Props {
  row: Row
  catalogue: Catalogue
  cells: Cells
}

function Line({ refusal, catalogue, forgive }: LineProps) {
  const { t, of } = useTexts()
  const why = sayProblem(refusal.error).replace(/[。.]$/, '')
  const what = of(fieldAt(catalogue, refusal.path)?.label)
  return (
    <li>
      <ExclamationCircleFilled aria-hidden />{' '}
      {refusal.with?.length ? t('paste.rowRefused', { why }) : t('list.notSaved', { what, why })}
      {refusal.insist && (
        <button type="button" className="link" onClick={refusal.insist}>
          {t('form.saveAnyway')}
        </button>
      )}
      <button type="button" className="link" onClick={forgive}>
        {t('list.gotIt')}
      </button>
    </li>
  )
}

/** Under the row: what was not saved and why; the old value is back in its cell. */
export function Refusals({ row, catalogue, cells }: Props) {
  return (
    <ul className="refusals" role="alert">
      {cells.refusalsOf(row).map((refusal) => (
        <Line
          key={refusal.path}
          refusal={refusal}
          catalogue={catalogue}
          forgive={() => cells.forgive(refusal)}
        />
      ))}
    </ul>
  )
}
