import { afterEach, expect, it } from 'vitest'
import { liveIn } from '../i18n'
import { nearDays } from './nearDays'

afterEach(() => liveIn('Asia/Shanghai'))

it('counts from the day of the person, wherever the browser is', () => {
  const now = new Date('2026-11-22T11:30:00Z')
  const days = () => nearDays(now).map(([, day]) => day.format('MM-DD'))
  liveIn('Pacific/Kiritimati')
  expect(days()).toEqual(['11-24', '11-27', '12-07'])
  liveIn('Pacific/Pago_Pago')
  expect(days()).toEqual(['11-23', '11-27', '12-06'])
})
