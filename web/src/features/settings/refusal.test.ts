import { expect, it, vi } from 'vitest'
import { Problem } from '@/platform/http'
import { toastRefusal } from './refusal'

const shown = vi.hoisted(() => vi.fn())
vi.mock('@/platform/toast', () => ({ showToast: shown, toastProblem: shown }))

it('offers what stands now to whoever was second, and replaces nothing by itself', () => {
  const showNow = vi.fn()
  toastRefusal(new Problem({ status: 409, code: 'stale', detail: '别人刚改过', version: 4 }), showNow)
  const toast = shown.mock.lastCall![0] as { text: string; act: { run: () => void } }
  expect(toast.text).toBe('别人刚改过')
  expect(showNow).not.toHaveBeenCalled()
  toast.act.run()
  expect(showNow).toHaveBeenCalledOnce()
})

it('tells other refusals as they are', () => {
  const refused = new Problem({ status: 422, code: 'invalid' })
  toastRefusal(refused, vi.fn())
  expect(shown).toHaveBeenLastCalledWith(refused)
})
