import { isStale } from '@/platform/http'
import { text } from '@/platform/i18n'
import { showToast, toastProblem } from '@/platform/toast'

/** Tells a refusal. Where somebody else was first, what stands now replaces what was typed only when asked for. */
export function toastRefusal(error: unknown, showNow: () => void) {
  if (!isStale(error)) return toastProblem(error)
  const act = { label: text('settings.showNow'), run: showNow }
  return showToast({ kind: 'failed', text: error.message, act })
}
