import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTexts } from '@/platform/i18n'
import { PageHead, RowSkeleton, Trouble } from '@/platform/ui'
import type { SectionKey } from './sections'

interface Props {
  section: SectionKey
  query?: Pick<UseQueryResult<unknown>, 'isPending' | 'error' | 'refetch'>
  acts?: ReactNode
  children: ReactNode
}

/** One settings page: its title, one sentence about it, and its body once it has been read. */
export function Panel({ section, query, acts, children }: Props) {
  const { t } = useTexts()
  const title = t(`settings.sections.${section}`)
  return (
    <>
      <PageHead title={title} note={t(`settings.hints.${section}`)}>
        {acts}
      </PageHead>
      <div className="page-body">
        {query?.isPending && <RowSkeleton />}
        {query?.error && (
          <Trouble
            title={t('common.notDone', { what: title })}
            error={query.error}
            again={() => void query.refetch()}
          />
        )}
        {!query?.isPending && !query?.error && children}
      </div>
    </>
  )
}
