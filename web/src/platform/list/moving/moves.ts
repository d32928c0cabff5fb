import type { Field } from '../../http'

export type Standstill = 'noUpdate' | 'noAssign' | 'fixed'

/** Why records cannot be moved by this field at all; null when they can. */
export function standstill(
  object: string,
  field: Field,
  can: (permission: string) => boolean,
): Standstill | null {
  if (!can(`${object}.update`)) return 'noUpdate'
  if (field.name === 'owner' && !can(`${object}.assign`)) return 'noAssign'
  return field.right === 'write' && !field.readOnly ? null : 'fixed'
}
