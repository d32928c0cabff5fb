import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { startI18n } from '@/platform/i18n'
import { EraseDialog } from './EraseDialog'

beforeAll(startI18n)
afterEach(cleanup)

it('erases nobody before his name and the reason stand there', async () => {
  const erase = vi.fn(() => Promise.resolve())
  render(<EraseDialog name="王试迹" erase={erase} close={() => undefined} />)
  fireEvent.change(screen.getByLabelText('再写一遍姓名'), { target: { value: '王试' } })
  fireEvent.click(screen.getByRole('button', { name: '彻底删除' }))
  expect(await screen.findByText('和「王试迹」不一样')).toBeTruthy()
  fireEvent.change(screen.getByLabelText('再写一遍姓名'), { target: { value: ' 王试迹 ' } })
  fireEvent.click(screen.getByRole('button', { name: '彻底删除' }))
  expect(await screen.findByText('这一项要填')).toBeTruthy()
  expect(erase).not.toHaveBeenCalled()
})
