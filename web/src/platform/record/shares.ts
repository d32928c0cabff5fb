import { useQuery, useQueryClient } from '@tanstack/react-query'
import { http, type Ref } from '../http'
import { useTexts } from '../i18n'
import type { Kind } from '../inputs'
import { apiPath } from '../records'
import { showToast, toastProblem } from '../toast'

export type Level = 'read' | 'write'

export interface Share {
  with: Ref & { object: Kind }
  level: Level
  /** The last day; null for good. */
  until: string | null
}

/** With whom a record is shared, and how that is changed. */
export function useShares(object: string, id: string) {
  const { t } = useTexts()
  const client = useQueryClient()
  const path = `${apiPath(object)}/${id}/shares`
  const key = ['record', object, id, 'shares']
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => http.get<{ items: Share[] }>(path, undefined, signal),
  })
  const at = ({ object: kind, id: grantee }: Share['with']) => `${path}/${kind}/${grantee}`
  const put = async ({ with: grantee, level, until }: Share) => {
    await http.put(at(grantee), { level, until })
    await client.invalidateQueries({ queryKey: key })
    showToast({ kind: 'done', text: t('share.done', { name: grantee.label }) })
  }
  const end = async (share: Share) => {
    try {
      await http.delete(at(share.with))
      await client.invalidateQueries({ queryKey: key })
      showToast({
        kind: 'done',
        text: t('share.ended', { name: share.with.label }),
        act: { label: t('common.undo'), run: () => void put(share).catch(toastProblem) },
      })
    } catch (error) {
      toastProblem(error)
    }
  }
  const leave = (share: Share) => http.delete(at(share.with))
  return { query, put, end, leave }
}
