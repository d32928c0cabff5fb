import { useQueryClient } from '@tanstack/react-query'
import { http, type Job } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { useJobs } from '@/platform/jobs'
import { ask } from '@/platform/ui'

/** The jobs of imports; a whole import is taken back only after a question. */
export function useImportJobs() {
  const { t } = useTexts()
  const client = useQueryClient()
  const jobs = useJobs(() => {
    void client.invalidateQueries({ queryKey: ['jobs'] })
    void client.invalidateQueries({ queryKey: ['list'] })
  })
  const undo = async (id: string, what: string) => {
    const question = {
      title: t('imports.undoAsk', { what }),
      text: t('imports.undoText'),
      yes: t('imports.undo'),
      no: t('common.keep'),
      danger: true,
    }
    if (await ask(question)) await jobs.start(http.post<Job>(`/imports/${id}/undo`))
  }
  return { jobs, undo }
}
