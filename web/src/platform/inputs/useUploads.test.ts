import { act, renderHook, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { HeldFile } from '../http'
import { startI18n } from '../i18n'
import { isUploading } from './uploads'
import { useUploads } from './useUploads'

/** A request that the test answers. */
class Request {
  static sent: Request[] = []
  upload: { onprogress?: (event: object) => void } = {}
  onload?: () => void
  onabort?: () => void
  status = 0
  responseText = ''
  name = ''
  open() {}
  setRequestHeader() {}
  send(body: FormData) {
    this.name = (body.get('file') as File).name
    Request.sent.push(this)
  }
  abort() {
    this.onabort?.()
  }
  answer(status: number, body: object) {
    this.status = status
    this.responseText = JSON.stringify(body)
    this.onload?.()
  }
}

const file = (name: string) => new File(['x'], name)
const held = (id: string): HeldFile => ({ id, name: `${id}.txt`, size: 1 })
const sent = (name: string) => Request.sent.find((one) => one.name === name)!

function hook(start: HeldFile[]) {
  let value = start
  const shown = renderHook(() =>
    useUploads('customer', 'custom.scan', value, (next) => {
      value = next
    }),
  )
  return { ...shown, ids: () => value.map(({ id }) => id) }
}

beforeEach(async () => {
  Request.sent = []
  vi.stubGlobal('XMLHttpRequest', Request)
  await startI18n()
})
afterEach(() => vi.unstubAllGlobals())

describe('uploads', () => {
  it('join what the field holds in the order they were chosen in, also when one overtakes another', async () => {
    const { result, ids } = hook([held('old')])
    act(() => result.current.take([file('slow'), file('fast')]))
    act(() => sent('slow').upload.onprogress?.({ lengthComputable: true, loaded: 1, total: 4 }))
    expect(result.current.coming.map(({ share }) => share)).toEqual([0.25, 0])
    sent('fast').answer(201, held('second'))
    await waitFor(() => expect(result.current.coming).toHaveLength(1))
    expect(isUploading()).toBe(true)
    sent('slow').answer(201, held('first'))
    await waitFor(() => expect(result.current.coming).toHaveLength(0))
    expect(ids()).toEqual(['old', 'first', 'second'])
    expect(isUploading()).toBe(false)
  })
  it('that are refused stay with their reason and leave the field as it was', async () => {
    const { result, ids } = hook([])
    act(() => result.current.take([file('program')]))
    sent('program').answer(415, { status: 415, code: 'fileTypeRefused', detail: '这种文件不能上传' })
    await waitFor(() => expect(result.current.coming[0]?.reason).toBe('这种文件不能上传'))
    expect(ids()).toEqual([])
    act(() => result.current.drop(result.current.coming[0]!))
    expect(result.current.coming).toEqual([])
  })
  it('are broken off when they are taken out or their form is left', async () => {
    const { result, ids, unmount } = hook([])
    act(() => result.current.take([file('one'), file('other')]))
    act(() => result.current.drop(result.current.coming[0]!))
    await waitFor(() => expect(result.current.coming.map((one) => one.file.name)).toEqual(['other']))
    unmount()
    await waitFor(() => expect(isUploading()).toBe(false))
    expect(ids()).toEqual([])
  })
})
