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
