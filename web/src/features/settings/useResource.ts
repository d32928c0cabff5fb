import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { http, useAlone, type Page } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { showToast } from '@/platform/toast'
import { inTurn } from './inTurn'
import { toastRefusal } from './refusal'

/** A short list under one address that can be added to, changed and taken from. */
export function useResource<T>(path: string, key: readonly string[] = [path], ask?: Record<string, boolean>) {
  const { t } = useTexts()
  const client = useQueryClient()
  const [turn] = useState(inTurn)
  const { alone } = useAlone()
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
  /** Changes what stands under an address of its own; `version` is the one that was read. */
  const patch = (address: string, body: unknown, version: number) =>
    run(turn(address, version, (newest) => http.patch<{ version: number }>(address, body, newest)))
  return {
    query,
    run,
    patch,
    add: async (body: unknown) => (await alone(() => run(http.post(path, body)))) ?? false,
    change: (id: string, body: unknown, version: number) => patch(`${path}/${id}`, body, version),
    remove: (id: string, said?: string) => run(http.delete(`${path}/${id}`), said ?? t('settings.removed')),
  }
}
