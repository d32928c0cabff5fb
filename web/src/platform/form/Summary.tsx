import { ExclamationCircleFilled } from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { Problem } from '../http'
import { useTexts } from '../i18n'
import { sayProblem } from '../toast'

interface Props {
  problem: Problem | Error
  count: number
  /** Brings the input of a named field into view. */
  goTo: (field: string) => void
  children?: ReactNode
}

/** Says above the form what keeps it from being saved, with a way to each place. */
export function Summary({ problem, count, goTo, children }: Props) {
  const { t } = useTexts()
  const errors = 'body' in problem ? (problem.body.errors ?? []) : []
  return (
    <div className="form-summary" role="alert">
      <ExclamationCircleFilled aria-hidden />
      <div>
        <strong>{count ? t('form.fix', { n: count }) : sayProblem(problem)}</strong>
        {errors.length > 0 && (
          <div className="form-links">
            {errors.map(({ field, message }) => (
              <button key={field + message} type="button" className="link" onClick={() => goTo(field)}>
                {message}
              </button>
            ))}
          </div>
        )}
        {children}
      </div>
    </div>
  )
}
