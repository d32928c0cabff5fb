import { Problem } from '../http'
import { text } from '../i18n'
import { showToast } from './toast'

export { dropToast, showToast } from './toast'
export { Toasts } from './Toasts'

/**
 * One sentence for anything that went wrong: what to correct where that is one thing, and the number that support asks
 * for where the server itself failed.
 */
export function sayProblem(error: unknown): string {
  if (!(error instanceof Problem)) return error instanceof Error ? error.message : String(error)
  if (error.status === 0) return text('problem.offline')
  const { errors = [], id } = error.body
  if (errors.length === 1) return errors[0]!.message
  const number = id && error.status >= 500 ? ` ${text('problem.number', { id })}` : ''
  return error.body.detail
    ? error.body.detail + number
    : text('problem.status', { status: error.status }) + number
}

/** A change that would make a duplicate, with the way to make it all the same. */
export const toastDuplicate = (problem: Problem, insist: () => void) =>
  void showToast({
    kind: 'failed',
    text: sayProblem(problem),
    act: { label: text('form.saveAnyway'), run: insist },
  })

export const toastProblem = (error: unknown) => void showToast({ kind: 'failed', text: sayProblem(error) })
