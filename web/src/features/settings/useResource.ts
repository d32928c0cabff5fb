import { useQuery, useQueryClient } from '@tanstack/react-query'
import { http, type Page } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { showToast } from '@/platform/toast'
import { toastRefusal } from './refusal'

/** A short list under one address that can be added to, changed and taken from. */
export function useResource<T>(path: string, key: readonly string[] = [path], ask?: Record<string, boolean>) {
  const { t } = useTexts()
  const client = useQueryClient()
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => http.get<Page<T>>(path, ask, signal),
    select: (page) => page.items,
  })
  const fresh = () => client.invalidateQueries({ queryKey: key.slice(0, 1) })
  /** Answers whether it went through; a refusal is told in a toast. */
  const run = async (work: Promise<unknown>, said: string | null = t('common.done')) => {
    try {
      await work
      await fresh()
      if (said) showToast({ kind: 'done', text: said, stays: 2500 })
      return true
    } catch (error) {
      toastRefusal(error, () => void fresh())
      return false
    }
  }
  return {
    query,
    run,
    add: (body: unknown) => run(http.post(path, body)),
    change: (id: string, body: unknown, version?: number) => run(http.patch(`${path}/${id}`, body, version)),
    remove: (id: string, said?: string) => run(http.delete(`${path}/${id}`), said ?? t('settings.removed')),
  }
}
