import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Command } from 'cmdk'
import type { FocusEvent } from 'react'
import { create } from '@/platform/form/creating'
import { http, type SearchGroup } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { composing, useTyped } from '@/platform/keyboard'
import { pageOf, useFavourites, useRecent, type Recent } from '@/platform/records'
import { useCreatable, useFolkPage, useMenu, usePlaces } from './menu'

/** So many are shown before something is typed. */
const FAVOURITES = 8

const longEnough = (q: string) => (/^\d+$/.test(q) ? q.length >= 4 : q.length >= 2)

function useFound(q: string) {
  return useQuery({
    queryKey: ['search', q],
    queryFn: ({ signal }) => http.get<{ groups: SearchGroup[] }>('/search', { q, limit: 8 }, signal),
    enabled: longEnough(q),
    placeholderData: keepPreviousData,
  })
}

interface Act {
  key: string
  label: string
  hint?: string | null
  /** Nothing where the person may go no further. */
  run?: () => void
}

function useActs(close: () => void) {
  const { t, of } = useTexts()
  const navigate = useNavigate()
  const go =
    (to: string, search: object = {}) =>
    () => {
      close()
      void navigate({ to, search })
    }
  const places: Act[] = useMenu().map(({ path, label, letter }) => ({
    key: path,
    label: of(label),
    hint: `G ${letter.toUpperCase()}`,
    run: go(path),
  }))
  const further: Act[] = usePlaces().map(({ path, search, name }) => ({
    key: path + Object.values(search ?? {}).join(),
    label: name(),
    run: go(path, search),
  }))
  const deeds: Act[] = useCreatable().map(({ object, label }) => ({
    key: `new ${object}`,
    label: t('shell.createWhat', { what: of(label) }),
    run: () => {
      close()
      create({ object })
    },
  }))
  const known =
    (kind: string) =>
    ({ object, id, label }: Recent): Act => ({
      key: `${kind} ${id}`,
      label,
      run: go(pageOf(object, id) ?? '/'),
    })
  const favourites = useFavourites().map(known('favourite'))
  const recent = useRecent().map(known('recent'))
  const folkPage = useFolkPage()
  const records = ({ object, items }: SearchGroup): Act[] =>
    items.map(({ id, label, hint }) => {
      const page = pageOf(object, id) ?? folkPage(object)
      return { key: id, label, hint: hint ?? null, ...(page && { run: go(page) }) }
    })
  return { places, further, deeds, favourites, recent, records }
}

function Acts({ title, acts }: { title: string; acts: Act[] }) {
  if (!acts.length) return null
  return (
    <Command.Group heading={title}>
      {acts.map(({ key, label, hint, run }) => (
        <Command.Item key={key} value={key} disabled={!run} {...(run && { onSelect: run })}>
          <span className="grow clip">{label}</span>
          {hint && <span className="note">{hint}</span>}
        </Command.Item>
      ))}
    </Command.Group>
  )
}

/** Who typed before goes on behind it: the dialog, left alone, would mark it all and the next letter replace it. */
const goesOn = {
  autoFocus: true,
  onFocus: ({ currentTarget }: FocusEvent<HTMLInputElement>) =>
    currentTarget.setSelectionRange(currentTarget.value.length, currentTarget.value.length),
}

/** Finds records on the server and places and deeds here; Enter belongs to the input method while it composes. */
export default function Palette({ close, typed }: { close: () => void; typed: string }) {
  const { t } = useTexts()
  const { value, settled, change, input } = useTyped(typed)
  const { data, isFetching } = useFound(settled.trim())
  const looking = isFetching || value !== settled
  const { places, further, deeds, favourites, recent, records } = useActs(close)
  const q = value.trim().toLowerCase()
  const matching = (acts: Act[]) => acts.filter((act) => act.label.toLowerCase().includes(q))
  const found = q && longEnough(settled.trim()) ? (data?.groups ?? []) : []
  const none = !found.some((group) => group.items.length)
  return (
    <Command.Dialog
      open
      onOpenChange={(open) => !open && close()}
      label={t('shell.palette')}
      shouldFilter={false}
      onKeyDownCapture={(event) => composing(event) && event.stopPropagation()}
      overlayClassName="palette-veil"
      contentClassName="palette"
    >
      <Command.Input
        value={value}
        onValueChange={change}
        placeholder={t('shell.palette')}
        {...goesOn}
        {...input}
      />
      <Command.List label={t('shell.palette')}>
        {q && none && (
          <Command.Empty>
            {!longEnough(q)
              ? t('shell.paletteShort')
              : looking
                ? t('shell.paletteWait')
                : t('shell.paletteNone', { q: value })}
          </Command.Empty>
        )}
        {found.map((group) => (
          <Acts key={group.object} title={group.label} acts={records(group)} />
        ))}
        {!q && <Acts title={t('shell.favourites')} acts={favourites.slice(0, FAVOURITES)} />}
        {!q && <Acts title={t('shell.paletteRecent')} acts={recent} />}
        <Acts title={t('shell.paletteGo')} acts={matching(q ? [...places, ...further] : places)} />
        <Acts title={t('shell.paletteDo')} acts={matching(deeds)} />
      </Command.List>
    </Command.Dialog>
  )
}
