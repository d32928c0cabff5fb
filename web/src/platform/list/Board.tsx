import { lazy, Suspense, type ReactNode } from 'react'
import { useTexts } from '../i18n'
import { RowSkeleton } from '../ui'
import type { List } from './useList'

const Kanban = lazy(() => import('./kanban/Kanban'))
const Calendar = lazy(() => import('./calendar/Calendar'))

export interface BoardProps {
  list: List
  /** Tells which records are shown, in which order, for whatever walks through them. */
  tell: (ids: string[]) => void
}

/** The layouts that read their own records; each is fetched when it is first looked at. */
export function Board({ none, ...props }: BoardProps & { none: ReactNode }) {
  const { t } = useTexts()
  if (none) return none
  const { layout } = props.list.state
  return (
    <section className="board" aria-label={t(layout === 'kanban' ? 'board.kanban' : 'board.calendar')}>
      <Suspense fallback={<RowSkeleton rows={12} />}>
        {layout === 'kanban' ? <Kanban {...props} /> : <Calendar {...props} />}
      </Suspense>
    </section>
  )
}
