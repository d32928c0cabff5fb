import { afterEach, describe, expect, it } from 'vitest'
import dayjs from 'dayjs'
import generate from '@rc-component/picker/es/generate/dayjs'
import { liveIn } from '../i18n'
import { clockAt, pickedAt } from './DateInput'

afterEach(() => liveIn('Asia/Shanghai'))

describe('a moment in an input', () => {
  for (const zone of ['America/New_York', 'Asia/Tokyo', 'UTC']) {
    it(`is read and picked by the clock of ${zone}, wherever the browser is`, () => {
      liveIn(zone)
      const moment = '2026-07-22T23:30:00.000Z'
      expect(pickedAt(clockAt(moment))).toBe(moment)
    })
  }
  it('shows what the clock of the person shows', () => {
    liveIn('America/New_York')
    expect(clockAt('2026-07-22T23:30:00Z').format('YYYY-MM-DD HH:mm')).toBe('2026-07-22 19:30')
    expect(clockAt('2026-01-22T23:30:00Z').format('YYYY-MM-DD HH:mm')).toBe('2026-01-22 18:30')
  })
  it('takes what is typed or picked for a time of that clock, in summer and in winter', () => {
    liveIn('America/New_York')
    expect(pickedAt(dayjs('2026-07-22 19:30'))).toBe('2026-07-22T23:30:00.000Z')
    expect(pickedAt(clockAt('2026-07-22T23:30:00Z').month(0))).toBe('2026-01-23T00:30:00.000Z')
  })
  it('starts from the now of that clock', () => {
    liveIn('Pacific/Kiritimati')
    expect(generate.getNow().utcOffset()).toBe(14 * 60)
  })
})
