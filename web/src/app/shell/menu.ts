import type { Feature, MenuEntry } from '@/platform/feature'
import { useCan } from '@/platform/session'
import { features } from '../features'

const entries = features.map((feature) => feature.menu).filter((entry): entry is MenuEntry => !!entry)
const creatables = features
  .map((feature) => feature.create)
  .filter((entry): entry is NonNullable<Feature['create']> => !!entry)

/** Only what exists and what the person may enter. */
export function useMenu() {
  const can = useCan()
  return entries.filter((entry) => !entry.permission || can(entry.permission))
}

export function useCreatable() {
  const can = useCan()
  return creatables.filter((entry) => can(entry.permission))
}
