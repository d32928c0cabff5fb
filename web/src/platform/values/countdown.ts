const DAY = 86_400_000

/**
 * Whole days on which a follow-up still keeps it, after today: it returns as the day of `returns` begins. None on the last
 * day, less than none when that is over.
 */
export const daysLeft = (returns: string, today: string) =>
  Math.round((Date.parse(`${returns}T00:00Z`) - Date.parse(`${today}T00:00Z`)) / DAY) - 1
