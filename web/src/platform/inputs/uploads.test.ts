import { describe, expect, it } from 'vitest'
import { judged } from './uploads'

const file = (name: string, size = 10) => {
  const made = new File(['x'], name)
  Object.defineProperty(made, 'size', { value: size })
  return made
}
const faults = (files: File[], there: number) => judged(files, there).map(({ fault }) => fault ?? 'sent')

describe('chosen files', () => {
  it('are sent in their order as long as the field has room', () => {
    expect(faults([file('a'), file('b'), file('c')], 8)).toEqual(['sent', 'sent', 'tooMany'])
    expect(faults([file('a')], 10)).toEqual(['tooMany'])
  })
  it('over 50 MB are not sent, and take no room from others', () => {
    expect(faults([file('film', 50_000_001), file('a', 50_000_000), file('b')], 9)).toEqual([
      'tooLarge',
      'sent',
      'tooMany',
    ])
  })
})
