/** Whether somebody may merge records of an object: the others leave their place and the survivor changes. */
export const mayMerge = (can: (permission: string) => boolean, object: string) =>
  ['merge', 'update', 'delete'].every((action) => can(`${object}.${action}`))

const DAYS = 30

/** For so long a merge can be undone. */
export const undoable = (at: string, now = Date.now()) => now - Date.parse(at) < DAYS * 86_400_000
