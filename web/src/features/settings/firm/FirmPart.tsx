import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Fragment, type ReactNode } from 'react'
import { http } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { showToast } from '@/platform/toast'
import { RowSkeleton, Trouble } from '@/platform/ui'
import { toastRefusal } from '../refusal'

interface Props<Read extends { version: number }> {
  title: string
  path: string
  children: (read: Read, save: (values: object) => void) => ReactNode
}

/** Part of the firm's settings that is saved as one; what somebody else saved meanwhile is shown instead. */
export function FirmPart<Read extends { version: number }>({ title, path, children }: Props<Read>) {
  const { t } = useTexts()
  const client = useQueryClient()
  const key = ['firm', path]
  const { data, error, isPending, refetch } = useQuery({
    queryKey: key,
    queryFn: () => http.get<Read>(path),
    refetchOnReconnect: false,
  })
  const save = (values: object) =>
    void http.patch<Read>(path, values, data?.version).then(
      (saved) => {
        client.setQueryData(key, saved)
        showToast({ kind: 'done', text: t('common.done'), stays: 2500 })
      },
      (refused: unknown) => toastRefusal(refused, () => void client.invalidateQueries({ queryKey: key })),
    )
  return (
    <section className="settings-part">
      <h2 className="section">{title}</h2>
      {isPending && <RowSkeleton rows={3} />}
      {error && (
        <Trouble title={t('common.notDone', { what: title })} error={error} again={() => void refetch()} />
      )}
      {data && <Fragment key={data.version}>{children(data, save)}</Fragment>}
    </section>
  )
}
