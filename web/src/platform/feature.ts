import type { ComponentType } from 'react'
import type { Text2 } from './http'

interface Page {
  default: ComponentType
}

export interface FeatureRoute {
  path: string
  page: () => Promise<Page>
  title: Text2
}

export interface MenuEntry {
  path: string
  label: Text2
  icon: ComponentType
  /** Of several one is enough. */
  permission?: string | string[]
  /** A number beside its name, where something waits. */
  badge?: ComponentType
  /** The letter after G. */
  letter: string
}

/** A page that is reached by its name; who lacks the permission is not led there. */
export interface Place {
  path: string
  search?: Record<string, string>
  name: () => string
  permission?: string
}

/** What a feature adds to the page: its routes, its place in the menu and what it can create. */
export interface Feature {
  key: string
  routes: FeatureRoute[]
  menu?: MenuEntry
  /** The entry of the menu that its pages belong to, where that is another feature's. */
  under?: (search: { object?: string }) => string
  /** Further pages beside the one in the menu. */
  places?: Place[]
  /** What is made most stands first. */
  create?: { object: string; label: Text2; permission: string; first?: boolean }
}
