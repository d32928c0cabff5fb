import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { Catalogue, Row, View } from '../http'
import { useSession } from '../session'
import type { ReactNode } from 'react'
import type { BulkAct } from './BulkBar'
import { useViews, type OwnView } from './useViews'
import { firstView, isChanged, resolveState, searchAfter, type ListSearch, type ListState } from './viewState'

/** What the list of one object has beyond those of all. */
export interface ListOwn {
  /** Views that stand before the others. */
  views?: OwnView[]
  /** What stands before a record's name. */
  before?: (row: Row) => ReactNode
  /** How a row looks. */
  toneOf?: (row: Row) => string
  /** What else is done to many records at once. */
  bulk?: BulkAct
}

export interface List extends Omit<ListOwn, 'views'> {
  object: string
  catalogue: Catalogue
  views: View[]
  view: View
  state: ListState
  changed: boolean
  peek: string | undefined
  change: (change: Partial<ListState>) => void
  show: (viewId: string) => void
  restore: () => void
  setPeek: (id: string | undefined) => void
}

/** One list as the address bar describes it. */
export function useList(object: string, catalogue: Catalogue, { views: ownViews, ...own }: ListOwn): List {
  const search = useSearch({ strict: false }) as ListSearch
  const navigate = useNavigate()
  const { person } = useSession()
  const views = useViews(object, catalogue, ownViews)
  const view = views.find(({ id }) => id === search.view) ?? firstView(views)
  const go = useCallback(
    (next: ListSearch, replace: boolean) => void navigate({ to: '.', search: () => next as object, replace }),
    [navigate],
  )
  return {
    ...own,
    object,
    catalogue,
    views,
    view,
    state: resolveState(search, view, catalogue, person.density),
    changed: isChanged(search),
    peek: search.peek,
    change: (change) => go(searchAfter(search, view, change), false),
    show: (id) => go({ view: id }, false),
    restore: () => go({ view: search.view, q: search.q }, false),
    setPeek: (peek) => go({ ...search, peek }, !!search.peek),
  }
}
