import type { Labels } from '../zh'

export const bulk: Labels['bulk'] = {
  bar: 'Bulk acts',
  chosen: '{{n}} chosen',
  all: 'Choose all {{n}}',
  clear: 'Choose none',
  assign: 'Assign',
  tags: 'Tags',
  delete: 'Delete',
  addTags: 'Add tags',
  removeTags: 'Remove tags',
  edit: 'Edit field',
  merge: 'Merge',
  copy: 'Copy',
  export: 'Export',
  empties: 'Left empty, “{{what}}” is cleared',
  titles: {
    assign: 'Assign {{n}} to whom?',
    addTags: 'Tags of {{n}}',
    removeTags: 'Tags of {{n}}',
    edit: 'Change one field of {{n}}',
  },
  yes: {
    assign: 'Assign {{n}}',
    addTags: 'Add to {{n}}',
    removeTags: 'Remove from {{n}}',
    edit: 'Change {{n}}',
  },
  deleteAsk: 'Delete {{n}}?',
  deleteText: 'They go to the recycle bin and can be restored.',
  deleteYes: 'Delete {{n}}',
}

export const pairs: Labels['pairs'] = {
  title: 'Likely duplicates',
  never: 'Never searched so far',
  neverHint: {
    customer:
      'Compares all customers of the firm with each other and finds those that are probably one. A million take some minutes; go on working meanwhile.',
    contact:
      'Compares all contacts of the firm with each other and finds those that are probably one person: who has changed the firm, who was written down twice. Go on working meanwhile.',
  },
  search: 'Search',
  searchAgain: 'Search again',
  searched: {
    customer: '{{n}} customers compared at {{at}}; {{pairs}} likely pairs left that you may see.',
    contact: '{{n}} contacts compared at {{at}}; {{pairs}} likely pairs left that you may see.',
  },
  none: 'No likely duplicates',
  noneHint: {
    customer: 'Search again when many customers have come.',
    contact: 'Search again when many contacts have come.',
  },
  noOwner: 'Nobody owns it',
  likely: 'Likely',
  maybe: 'Maybe',
  merge: 'Merge',
  apart: {
    customer: 'Not the same',
    contact: 'Not the same',
  },
  keptApart: {
    customer: '“{{one}}” and “{{other}}” are two and not listed any more',
    contact: '“{{one}}” and “{{other}}” are two people and not listed any more',
  },
}

export const merge: Labels['merge'] = {
  title: 'Make {{n}} records one',
  hint: 'Choose which one stays, and whose value where they differ. Gaps are filled, tags are put together.',
  stays: 'Stays',
  come: 'Come along: {{what}}.',
  comeNone: 'No contacts, comments or files come along.',
  moves: {
    contact: '{{n}} contacts',
    customer: '{{n}} customers that it referred',
    comment: '{{n}} comments',
    stored_file: '{{n}} files',
    consent: '{{n}} consents',
    lead: '{{n}} leads',
    other: '{{n}} other records',
  },
  yes: 'Merge',
  done: '{{n}} became “{{label}}”; can be undone for 30 days',
  undo: 'Undo the merge',
  undoAsk: 'Undo this merge?',
  undoText:
    'The merged records come back, with their contacts, comments and files. Fields that were changed since stay as they are.',
  undone: 'The merge is undone',
}

export const paste: Labels['paste'] = {
  copied: 'Copied {{rows}} rows, {{columns}} columns; the first row is the heads',
  copyTooMany: 'At most {{max}} rows are copied at once; export for more',
  title: 'Paste {{n}} cells in {{rows}} rows?',
  yes: 'Paste {{n}} cells',
  preview: 'What is to be pasted',
  nothing: 'Nothing to change: it is the same as now, or none of it can be pasted.',
  refused: '{{n}} cells cannot be pasted; the reason stands in the cell. The others are.',
  overRows: 'No more rows below: {{n}} rows are left out.',
  overColumns: 'No more columns to the right: {{n}} columns are left out.',
  tooMany: 'At most {{max}} rows at once: the {{n}} behind them are left out.',
  headed: 'The first row is the heads and is left out.',
  emptied: 'emptied',
  busy: 'Pasting row {{done}} / {{total}}',
  done: '{{n}} rows pasted',
  undone: '{{n}} rows put back',
  someRefused: '{{said}}; {{refused}} refused, the reason stands under the row',
  rowRefused: 'This row was not pasted: {{why}} The old values are back',
  readOnly: 'Cannot be changed',
  unread: 'These cells could not be read',
}
