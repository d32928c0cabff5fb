import type { Labels } from '../zh'

export const share: Labels['share'] = {
  title: 'Shared with',
  none: 'Shared with nobody yet.',
  add: 'Share',
  addTo: 'Share “{{label}}”',
  kind: 'With',
  kinds: { person: 'Colleague', department: 'Department', role: 'Role' },
  who: 'Choose',
  whoHint: { person: '', department: 'With the departments below it', role: 'Whoever has this role' },
  level: 'May',
  levels: { read: 'Read', write: 'Work on it' },
  levelHint: {
    read: 'Sees the profile, contacts and timeline and may comment; changes nothing.',
    write:
      'Also changes the profile and adds contacts and files. Deleting, assigning, merging and sharing stay with the owner.',
  },
  until: 'Until',
  untilHint: 'Empty: for good',
  untilDay: 'until {{day}}',
  yes: 'Share',
  done: 'Shared with {{name}}',
  end: 'Stop sharing with {{name}}',
  ended: 'No longer shared with {{name}}',
  leave: 'Leave',
  left: 'You left; it is no longer shared with you',
  change: 'Change what {{name}} may do',
}

export const handover: Labels['handover'] = {
  one: 'Hand over',
  title: 'Handing over from {{name}}',
  text: 'Choose who gets what, kind by kind. It runs as jobs, each of which can be undone; what was done stays on record as done by this person.',
  held: '{{n}}',
  toPeople: 'To colleagues',
  toPool: 'Back to the pool',
  keep: 'Leave',
  nothing: 'There is nothing to hand over.',
  lock: 'Lock the account as well',
  do: 'Hand over',
  reason: '{{name}} left',
  started: 'Handing over from {{name}}; see jobs',
}
