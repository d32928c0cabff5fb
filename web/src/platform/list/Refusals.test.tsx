import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { Problem, type Catalogue, type Row } from '../http'
import { startI18n } from '../i18n/i18n'
import { Refusals } from './Refusals'
import type { Cells, Refusal } from './useCells'

beforeAll(startI18n)
afterEach(cleanup)

const phone = { name: 'phone', label: { zh: '电话', en: 'Phone' }, custom: false }
const catalogue = { fields: [phone] } as unknown as Catalogue
const row = { id: '1' } as Row

function show(refusal: Partial<Refusal>) {
  const forgive = vi.fn()
  const refused = { id: '1', path: 'phone', error: null, ...refusal }
  const cells = { refusalsOf: () => [refused], forgive } as unknown as Cells
  render(<Refusals row={row} catalogue={catalogue} cells={cells} />)
  return forgive
}

const refused = (status: number, detail: string) =>
  new Problem({ status, code: 'any', detail, id: '26967451' })

it('says why in one sentence, and lets a duplicate be saved in the same place', () => {
  const insist = vi.fn()
  show({ error: refused(409, '已经有「清江机电」了。看过确实不是同一个，可以仍然保存'), insist })
  expect(screen.getByRole('listitem').textContent).toContain(
    '电话没存：已经有「清江机电」了。看过确实不是同一个，可以仍然保存。已退回原值',
  )
  fireEvent.click(screen.getByRole('button', { name: '仍然保存' }))
  expect(insist).toHaveBeenCalledOnce()
})

it('offers no way around what is refused for good, and the number of the case only where the server failed', () => {
  const forgive = show({ error: refused(422, '不是电话号码') })
  expect(screen.queryByRole('button', { name: '仍然保存' })).toBeNull()
  expect(screen.getByRole('listitem').textContent).not.toContain('26967451')
  fireEvent.click(screen.getByRole('button', { name: '知道了' }))
  expect(forgive).toHaveBeenCalledOnce()
  cleanup()
  show({ error: refused(500, '服务器出了错') })
  expect(screen.getByRole('listitem').textContent).toContain('编号 26967451')
})
