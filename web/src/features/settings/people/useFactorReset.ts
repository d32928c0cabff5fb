import { http } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { showToast, toastProblem } from '@/platform/toast'
import { ask } from '@/platform/ui'

/** For a colleague who lost his phone and his recovery codes. */
export function useFactorReset() {
  const { t } = useTexts()
  return async (id: string, name: string) => {
    const question = {
      title: t('factor.resetAsk', { name }),
      text: t('factor.resetText'),
      yes: t('factor.reset'),
      no: t('common.keep'),
      danger: true,
    }
    if (!(await ask(question))) return
    await http
      .delete(`/people/${id}/factor`)
      .then(() => showToast({ kind: 'done', text: t('factor.wasReset', { name }) }), toastProblem)
  }
}
