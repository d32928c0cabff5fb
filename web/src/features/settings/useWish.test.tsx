import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, it } from 'vitest'
import { Renamed } from './Renamed'

afterEach(cleanup)

/** A row whose server answers when it is told to, one change after the other. */
function row() {
  const asked: string[] = []
  const answers: (() => void)[] = []
  function Row() {
    const [name, setName] = useState('甲')
    const save = (next: string) => {
      asked.push(next)
      return new Promise<void>((resolve) =>
        answers.push(() => {
          setName(next)
          resolve()
        }),
      )
    }
    return <Renamed value={name} label="name" save={save} />
  }
  render(<Row />)
  const field = screen.getByRole<HTMLInputElement>('textbox')
  const rename = (to: string) => {
    fireEvent.change(field, { target: { value: to } })
    fireEvent.blur(field)
  }
  const answer = () => act(async () => answers.shift()!())
  return { asked, answer, rename, field }
}

it('sends the way back too, though the way there is not answered yet', async () => {
  const { asked, answer, rename, field } = row()
  rename('乙')
  rename('甲')
  expect(asked).toEqual(['乙', '甲'])
  expect(field.value).toBe('甲')
  await answer()
  expect(field.value).toBe('甲')
  await answer()
  expect(field.value).toBe('甲')
})

it('knows the last wish when the answer to an earlier one comes', async () => {
  const { asked, answer, rename } = row()
  rename('乙')
  rename('甲')
  await answer()
  rename('乙')
  expect(asked).toEqual(['乙', '甲', '乙'])
})

it('sends nothing for what stands already', async () => {
  const { asked, rename } = row()
  rename('甲')
  rename('乙')
  rename('乙')
  expect(asked).toEqual(['乙'])
})

it('puts back what Escape gives up', () => {
  const { asked, field } = row()
  fireEvent.change(field, { target: { value: '丙' } })
  fireEvent.keyDown(field, { key: 'Escape' })
  fireEvent.blur(field)
  expect(field.value).toBe('甲')
  expect(asked).toEqual([])
})
