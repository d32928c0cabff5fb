import { expect, it } from 'vitest'
import { placeOf } from './address'

it.each([
  ['127.0.0.1', 'here'],
  ['0:0:0:0:0:0:0:1', 'here'],
  ['192.168.1.20', 'near'],
  ['172.16.0.9', 'near'],
  ['fd00:12::1', 'near'],
  ['172.32.0.9', 'outside'],
  ['110.242.68.66', 'outside'],
  ['2408:8756::1', 'outside'],
])('tells where %s lies', (address, place) => {
  expect(placeOf(address)).toBe(place)
})
