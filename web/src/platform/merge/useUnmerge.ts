import { useCallback } from 'react'
import { http } from '../http'
import { useTexts } from '../i18n'
import { loseTrail, useRefresh } from '../records'
import { showToast, toastProblem } from '../toast'

/** A merge and its undo take each other's place. */
export const toastOf = (merge: string) => `merge${merge}`

/** Makes what was merged several records again. */
export function useUnmerge(object: string) {
  const { t } = useTexts()
  const refresh = useRefresh()
  return useCallback(
    (merge: string, survivor: string) =>
      http
        .post(`/merges/${merge}/undo`)
        .then(() => {
          loseTrail()
          return refresh(object, survivor)
        })
        .then(
          () => showToast({ id: toastOf(merge), kind: 'done', text: t('merge.undone'), stays: 3000 }),
          toastProblem,
        ),
    [object, refresh, t],
  )
}
