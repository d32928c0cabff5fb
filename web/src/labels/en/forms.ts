import type { Labels } from '../zh'

export const field: Labels['field'] = {
  search: 'Type to find',
  regionSearch: 'Find province, city, district',
  reveal: 'Show',
  revealNote: 'Looking is recorded',
  currency: 'Currency',
  nextCell: 'next cell',
  locked: 'Can be read, not changed',
  addFiles: 'Add files',
  filesHint: 'Up to {{n}}, 50 MB each',
  filesCount: '{{n}} in all',
  tooMany: 'Not sent: {{n}} in all at most',
  tooLarge: 'Not sent: over 50 MB',
  stillUploading: 'A file is still on its way; save when it is there',
  days: { tomorrow: 'Tomorrow', friday: 'This Friday', twoWeeks: 'In two weeks', none: 'Clear' },
}

export const form: Labels['form'] = {
  required: '{{what}} is needed',
  tooLong: 'At most {{n}} characters; nothing was cut off',
  fix: '{{n}} to fix before saving',
  kept: 'Kept at {{at}}',
  saveAndNew: 'Save and new',
  maskKept: 'Left empty, it stays as it is',
  moreFields: 'More fields',
  created: 'Created {{what}} “{{label}}”',
  createAnyway: 'Create anyway',
  saveAnyway: 'Save anyway',
  like: {
    same: 'There is “{{label}}” already',
    likely: 'Most likely “{{label}}”',
    maybe: 'A little like “{{label}}”',
  },
  ofCustomer: ' ({{customer}})',
  by: ': {{by}} agree',
  and: ', ',
  marks: {
    name: 'name',
    phone: 'phone',
    email: 'e-mail',
    creditCode: 'credit code',
    website: 'web address',
    address: 'address',
  },
  ownedBy: ', owner {{owner}}',
  look: 'Open',
}
