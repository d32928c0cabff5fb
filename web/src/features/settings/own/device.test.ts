import { expect, it } from 'vitest'
import { deviceOf } from './device'

it('tells browser and system from what a browser says of itself', () => {
  const edge =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0'
  expect(deviceOf(edge)).toEqual({ browser: 'Edge', system: 'Windows' })
  const phone =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18 Safari/604.1'
  expect(deviceOf(phone)).toEqual({ browser: 'Safari', system: 'iPhone' })
})
it('leaves programs as they are', () => {
  expect(deviceOf('curl/8.5.0')).toBeNull()
})
