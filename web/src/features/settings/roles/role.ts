import type { Text2 } from '@/platform/http'

export type Scope = 'self' | 'department' | 'departmentTree' | 'all'
export type Right = 'hidden' | 'masked' | 'read' | 'write'

export interface Role {
  id: string
  version: number
  code: string
  name: string
  standard: boolean
  permissions: string[]
  scopes: Record<string, Scope>
  fields: Record<string, Record<string, Right>>
  /** Whoever has it must have a second factor. */
  secondFactor: boolean
  people?: number
}

export interface RoleCatalogue {
  permissions: { key: string; object: string | null; label: Text2 }[]
  scopes: Scope[]
  /** `owned`: its records belong to people, so that a scope means something. */
  objects: { object: string; label: Text2; owned: boolean; fields: { name: string; label: Text2 }[] }[]
}

export const rights: Right[] = ['hidden', 'masked', 'read', 'write']

/** This role has every right there is, for ever. */
export const isAdministrator = ({ code }: Role) => code === 'administrator'

/** What is sent of it: of the administrator's no rights, for they stand. */
export function written(role: Role) {
  const { name, permissions, scopes, fields, secondFactor } = role
  return isAdministrator(role) ? { name, secondFactor } : { name, permissions, scopes, fields, secondFactor }
}

export const toggled = (role: Role, permission: string): Role => ({
  ...role,
  permissions: role.permissions.includes(permission)
    ? role.permissions.filter((one) => one !== permission)
    : [...role.permissions, permission],
})

/** `null` takes the special right away, so that the field's own applies again. */
export function withRight(role: Role, object: string, field: string, right: Right | null): Role {
  const rest = Object.entries(role.fields[object] ?? {}).filter(([name]) => name !== field)
  const next = right ? [...rest, [field, right] as const] : rest
  return { ...role, fields: { ...role.fields, [object]: Object.fromEntries(next) } }
}
