import type { Labels } from '../zh'

export const calendarFeed: Labels['calendarFeed'] = {
  title: 'Calendar subscription',
  hint: 'Subscribe to this address in the calendar of your phone or computer and see there what you are to do and where you are to be. It is read only; changes are made here.',
  since: 'The address was made {{at}} and is in use',
  make: 'Make an address',
  made: 'Your address',
  once: 'Shown this once. Whoever has it sees your tasks and visits; do not pass it on.',
  renew: 'Renew the address',
  renewAsk: 'Make another address?',
  renewText: 'The old one stops working at once; put the new one into your calendar.',
  stop: 'Switch off',
  stopAsk: 'Switch the subscription off?',
  stopText: 'The address stops working at once; your calendar is not kept up to date any more.',
}
