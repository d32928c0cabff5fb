import type { Labels } from '../zh'

export const rates: Labels['rates'] = {
  currency: 'Currency',
  rate: 'Rate',
  worth: 'One is worth in {{currency}}',
  from: 'From',
  history: 'Former rates',
  earlier: 'Earlier',
  today: 'In force today',
  coming: 'To come',
  removed: 'The rate of {{currency}} from {{day}} is deleted',
  none: 'No exchange rates yet',
  noneHint:
    'Where amounts are in foreign money, enter above what one dollar is worth in {{currency}}, and from which day. Sums of lists then add up.',
  note: 'A rate holds from its day until the next. When the firm takes another currency, its former rates rest.',
}
