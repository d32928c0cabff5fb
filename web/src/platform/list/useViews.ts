import { useQuery, useQueryClient } from '@tanstack/react-query'
import { http, type Catalogue, type Page, type Reader, type View } from '../http'
import { useTexts } from '../i18n'
import { fieldAt } from '../records'
import { useSession } from '../session'
import { builtInView } from './viewState'

/** A view that an object brings of its own. */
export type OwnView = Pick<View, 'id' | 'name' | 'filter' | 'sort'> & { columns: string[] }

const ofObject = (own: OwnView, catalogue: Catalogue): View => ({
  ...builtInView(own.id, own.name, own.filter, catalogue),
  sort: own.sort,
  columns: own.columns
    .filter((field) => fieldAt(catalogue, field))
    .map((field) => ({ field, ...(field === catalogue.title && { frozen: true }) })),
})

/** The views one may see: those that the object brings, the two that every list has, and the saved ones. */
export function useViews(object: string, catalogue: Catalogue, own: OwnView[] = []) {
  const { t, of } = useTexts()
  const { data } = useQuery({
    queryKey: ['views', object],
    queryFn: ({ signal }) => http.get<Page<View>>(`/views/${object}`, undefined, signal),
    staleTime: 60_000,
  })
  const views = [builtInView('all', t('list.allOf', { what: of(catalogue.label) }), '', catalogue)]
  if (fieldAt(catalogue, 'owner')) views.push(builtInView('mine', t('list.mine'), 'owner==@me', catalogue))
  return [...own.map((view) => ofObject(view, catalogue)), ...views, ...(data?.items ?? [])]
}

export const isBuiltIn = (view: View) => view.version === 0

export function useMine(view: View) {
  const { person } = useSession()
  return !isBuiltIn(view) && view.owner?.id === person.id
}

export type ViewBody = Pick<
  View,
  'name' | 'layout' | 'filter' | 'sort' | 'group' | 'over' | 'columns' | 'density' | 'sharing'
> & { readers?: Pick<Reader, 'object' | 'id'>[] }

export function useViewActs(object: string) {
  const client = useQueryClient()
  const fresh = () => client.invalidateQueries({ queryKey: ['views', object] })
  const after = async <T>(work: Promise<T>) => {
    const result = await work
    await fresh()
    return result
  }
  return {
    create: (body: ViewBody) => after(http.post<View>(`/views/${object}`, body)),
    change: (view: View, body: Partial<ViewBody>) =>
      after(http.patch<View>(`/views/${object}/${view.id}`, body, view.version)),
    remove: (view: View) => after(http.delete(`/views/${object}/${view.id}`)),
    giveTo: (view: View, roles: string[]) => after(http.put(`/views/${object}/${view.id}/roles`, { roles })),
    forgetDefault: (view: View) => after(http.delete(`/views/${object}/${view.id}/default`)),
    makeDefault: (view: View) => after(http.post(`/views/${object}/${view.id}/default`)),
  }
}
