import type { Labels } from '../zh'

export const matrix: Labels['matrix'] = {
  title: 'Customer matrix',
  caption: 'A number opens its customers, a play tells what to do.',
  rows: 'Rows',
  columns: 'Columns',
  swap: 'Swap rows and columns',
  all: 'All',
  mine: 'Mine',
  none: 'Not set',
  sum: 'Total',
  openList: '{{words}}: {{n}} customers, open the list',
  atLeast: 'Only the first {{n}} customers were counted; there are at least as many.',
  ungraded:
    'These customers have neither of the two yet. Change many at once in the list, or bring it in an import.',
  noFields: 'There are no two choice fields to cross, or you cannot see them.',
  plays: 'Plays',
  others: 'Other plays',
  playOf: 'Play for {{words}}: {{name}}',
  playFor: 'For: {{words}}',
  addPlay: 'Add a play',
  addPlayFor: 'Add a play for {{words}}',
  changePlay: 'Change the play',
  removePlay: 'Remove this play',
  playName: 'Name',
  playText: 'What to do',
  playTextHint: 'One step a line, for a colleague who has just taken over.',
}
