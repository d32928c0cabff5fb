import { useCallback } from 'react'
import { http } from '../http'
import { useTexts } from '../i18n'
import { useRefresh } from '../records'
import { showToast, toastProblem } from '../toast'

/** Makes what was merged several records again. */
export function useUnmerge(object: string) {
  const { t } = useTexts()
  const refresh = useRefresh()
  return useCallback(
    (merge: string, survivor: string) =>
      http
        .post(`/merges/${merge}/undo`)
        .then(() => refresh(object, survivor))
        .then(() => showToast({ kind: 'done', text: t('merge.undone'), stays: 3000 }), toastProblem),
    [object, refresh, t],
  )
}
