import { useNavigate } from '@tanstack/react-router'
import { useAlone, type Row } from '@/platform/http'
import { formatDay, useTexts } from '@/platform/i18n'
import { pageOf } from '@/platform/records'
import { showToast, toastProblem } from '@/platform/toast'
import { useVerb, type Coming } from './tasks'

/** Says how a series goes on, or why it does not. */
export function useComing() {
  const { t, locale } = useTexts()
  return ({ dueOn, end }: Coming) => {
    if (dueOn) return t('task.nextOn', { day: formatDay(dueOn, locale) })
    return end ? t(`task.ends.${end}`) : ''
  }
}

/** Finishes a task with one click, says what comes behind it, and opens it again where that was a slip. */
export function useFinish() {
  const { t } = useTexts()
  const verb = useVerb()
  const navigate = useNavigate()
  const coming = useComing()
  const { alone, busy } = useAlone()
  const reopen = (row: Row) => void verb(row, 'reopen').catch(toastProblem)
  const finish = (row: Row) =>
    void alone(() =>
      verb(row, 'done').then(({ task, next }) => {
        const page = next.task && pageOf('task', next.task)
        showToast({
          kind: 'done',
          text: [t('task.finished', { what: String(task.subject ?? '') }), coming(next)]
            .filter(Boolean)
            .join(' '),
          act: page
            ? { label: t('task.openNext'), run: () => void navigate({ to: page }) }
            : { label: t('task.undo'), run: () => reopen(task) },
        })
      }, toastProblem),
    )
  return { finish, reopen, busy }
}
