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
  neverHint:
    'Compares all customers of the firm with each other and finds those that are probably one. A million take some minutes; go on working meanwhile.',
  search: 'Search',
  searchAgain: 'Search again',
  searched: '{{n}} compared at {{at}}; {{pairs}} likely pairs left that you may see.',
  none: 'No likely duplicates',
  noneHint: 'Search again when many customers have come.',
  noOwner: 'Nobody owns it',
  likely: 'Likely',
  maybe: 'Maybe',
  merge: 'Merge',
  apart: 'Not the same',
  keptApart: '“{{one}}” and “{{other}}” are two and not listed any more',
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
