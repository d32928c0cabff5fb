import { useQuery, useQueryClient } from '@tanstack/react-query'
import { http, type Field, type Page, type Ref } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { showToast } from '@/platform/toast'

export interface Asked {
  name: string
  required: boolean
}

/** A form as the server tells it. */
export interface WebForm {
  id: string
  version: number
  name: string
  active: boolean
  title: string
  intro: string | null
  thanks: string
  fields: Asked[]
  consent: string | null
  consentVersion: number
  source: string | null
  campaign: string | null
  owners: Ref[]
  told: Ref[]
  origins: string[]
  mostADay: number
  address: string
  taken: number
  keptOut: number
}

/** What the form of a form holds. */
export interface Typed {
  name: string
  active: boolean
  title: string
  intro: string
  thanks: string
  fields: Asked[]
  consent: string
  source: string | null
  campaign: string
  owners: Ref[]
  told: Ref[]
  origins: string[]
  mostADay: number
}

/** A field of leads that a form may ask for. */
export interface Askable {
  name: string
  label: Field['label']
  type: string
}

const path = '/web-forms'
const key = ['web-forms']

export const useAskable = () =>
  useQuery({
    queryKey: [...key, 'fields'],
    queryFn: ({ signal }) => http.get<Page<Askable>>(`${path}/fields`, undefined, signal),
    select: (page) => page.items,
  })

const ids = (people: Ref[]) => people.map(({ id }) => id)

/** Blank texts are none. */
export const bodyOf = (typed: Typed) => ({
  ...typed,
  intro: typed.intro.trim() || null,
  consent: typed.consent.trim() || null,
  campaign: typed.campaign.trim() || null,
  source: typed.source ?? null,
  owners: ids(typed.owners),
  told: ids(typed.told),
})

export const typedOf = (form: WebForm): Typed => ({
  name: form.name,
  active: form.active,
  title: form.title,
  intro: form.intro ?? '',
  thanks: form.thanks,
  fields: form.fields,
  consent: form.consent ?? '',
  source: form.source,
  campaign: form.campaign ?? '',
  owners: form.owners,
  told: form.told,
  origins: form.origins,
  mostADay: form.mostADay,
})

export function useSaveForm(form: WebForm | null, done: () => void) {
  const { t } = useTexts()
  const client = useQueryClient()
  return async (typed: Typed) => {
    const body = bodyOf(typed)
    if (form) await http.patch(`${path}/${form.id}`, body, form.version)
    else await http.post(path, body)
    showToast({ kind: 'done', text: t('common.done'), stays: 2500 })
    await client.invalidateQueries({ queryKey: key })
    done()
  }
}

export const previewOf = (typed: Typed) => http.post<{ html: string }>(`${path}/preview`, bodyOf(typed))

/** To be pasted into a page of one of the sites that may frame it. */
export const snippetOf = ({ address, title }: Pick<WebForm, 'address' | 'title'>) => {
  const safe = title.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  return `<iframe src="${address}" title="${safe}" width="100%" height="720" style="border:0"></iframe>`
}
