import { renderHook } from '@testing-library/react'
import { expect, it } from 'vitest'
import { dropRecent, remember, useRecent } from './recent'

it('forgets by name what is gone, here and on this computer', () => {
  remember({ object: 'contact', id: '1', label: '试迹' })
  remember({ object: 'contact', id: '2', label: '别人' })
  dropRecent('1')
  const { result } = renderHook(useRecent)
  expect(result.current.map(({ id }) => id)).toEqual(['2'])
  expect(JSON.stringify(localStorage)).not.toContain('试迹')
})
