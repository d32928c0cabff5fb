import { useLocation } from '@tanstack/react-router'
import type { Feature, MenuEntry } from '@/platform/feature'
import { useCan } from '@/platform/session'
import { features } from '../features'

const entries = features.map((feature) => feature.menu).filter((entry): entry is MenuEntry => !!entry)
const places = features.flatMap((feature) => feature.places ?? [])
const creatables = features
  .map((feature) => feature.create)
  .filter((entry): entry is NonNullable<Feature['create']> => !!entry)
  .sort((one, other) => Number(!!other.first) - Number(!!one.first))

/** Only what exists and what the person may enter. */
export function useMenu() {
  const can = useCan()
  return entries.filter(({ permission = [] }) => {
    const any = [permission].flat()
    return !any.length || any.some(can)
  })
}

/** The entry that the open page belongs to, though its address does not begin with it. */
export function useUnder() {
  const { pathname, search } = useLocation()
  const feature = features.find(({ routes }) => routes.some(({ path }) => path === pathname))
  return feature?.under?.(search)
}

/** The pages beside those of the menu. */
export function usePlaces() {
  const can = useCan()
  return places.filter(({ permission }) => !permission || can(permission))
}

/** Where a person or department that was found is looked after, for those who may; they have no page of their own. */
export function useFolkPage() {
  const can = useCan()
  return (object: string) =>
    can('people.manage') ? (object === 'department' ? '/settings/departments' : '/settings/people') : null
}

export function useCreatable() {
  const can = useCan()
  return creatables.filter((entry) => can(entry.permission))
}
