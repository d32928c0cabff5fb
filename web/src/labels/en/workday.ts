import type { Labels } from '../zh'

export const workday: Labels['workday'] = {
  weekdays: 'Days of the week that are worked',
  oneAtLeast: 'Choose at least one day',
  chinese: "China's official holidays",
  chineseHelp: 'Holidays and the weekend days worked for them, by the yearly notice of the State Council.',
  notArranged:
    'This version does not know the official arrangement of {{year}}; only the days of the week count. Click a day to decide it yourself.',
  year: '{{year}}',
  before: 'Year before',
  after: 'Year after',
  worked: '{{count}} days worked',
  works: 'Worked',
  rests: 'Off',
  usual: 'Not decided: as the rules above say',
  own: 'Decided by the firm',
  workMark: 'W',
  restMark: 'off',
  name: 'Note',
  nameHint: 'For example: anniversary, stocktaking',
  holidays: {
    newYear: "New Year's Day",
    springFestival: 'Spring Festival',
    qingming: 'Qingming Festival',
    labour: 'Labour Day',
    dragonBoat: 'Dragon Boat Festival',
    midAutumn: 'Mid-Autumn Festival',
    nationalDay: 'National Day',
  },
}
