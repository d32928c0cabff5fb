import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'

let arrive: () => void = () => undefined

vi.mock('./Palette', async () => {
  await new Promise<void>((resolve) => (arrive = resolve))
  return { default: ({ typed }: { typed: string }) => <p>the palette with {typed}</p> }
})

afterEach(() => {
  cleanup()
  vi.resetModules()
})

async function opened(close: () => void = () => undefined) {
  const { PaletteDoor } = await import('./PaletteDoor')
  render(<PaletteDoor close={close} />)
  return screen.getByRole('textbox')
}

const settle = () => act(() => new Promise((done) => setTimeout(done, 20)))

it('keeps what is typed before the palette is there, and hands it over', async () => {
  const field = await opened()
  expect(document.activeElement).toBe(field)
  fireEvent.change(field, { target: { value: '鄱阳' } })
  await settle()
  expect(screen.queryByText(/the palette/)).toBeNull()
  arrive()
  await settle()
  expect(screen.getByText('the palette with 鄱阳')).toBeTruthy()
})

it('waits for the end of a composition', async () => {
  const field = await opened()
  fireEvent.compositionStart(field)
  arrive()
  await settle()
  expect(screen.queryByText(/the palette/)).toBeNull()
  fireEvent.change(field, { target: { value: '太湖' } })
  fireEvent.compositionEnd(field)
  await settle()
  expect(screen.getByText('the palette with 太湖')).toBeTruthy()
})

it('closes on Escape meanwhile', async () => {
  const close = vi.fn()
  fireEvent.keyDown(await opened(close), { key: 'Escape' })
  expect(close).toHaveBeenCalledOnce()
})
