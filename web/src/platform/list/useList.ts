import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { Catalogue, View } from '../http'
import { useSession } from '../session'
import { useViews } from './useViews'
import { firstView, isChanged, resolveState, searchAfter, type ListSearch, type ListState } from './viewState'

export interface List {
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
export function useList(object: string, catalogue: Catalogue): List {
  const search = useSearch({ strict: false }) as ListSearch
  const navigate = useNavigate()
  const { person } = useSession()
  const views = useViews(object, catalogue)
  const view = views.find(({ id }) => id === search.view) ?? firstView(views)
  const go = useCallback(
    (next: ListSearch, replace: boolean) => void navigate({ to: '.', search: () => next as object, replace }),
    [navigate],
  )
  return {
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
