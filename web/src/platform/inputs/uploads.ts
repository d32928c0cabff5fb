import { useSyncExternalStore } from 'react'
import { http, type HeldFile } from '../http'

/** What the server takes in one field, and of one file. */
export const MOST_FILES = 10
const LARGEST = 50_000_000

export type Fault = 'tooMany' | 'tooLarge'

export interface Chosen {
  file: File
  /** Why it is not sent. */
  fault?: Fault
}

/** Which of the chosen files can be sent beside those that are there; what the server would refuse is not sent at all. */
export function judged(files: File[], there: number): Chosen[] {
  let room = MOST_FILES - there
  return files.map((file) => {
    if (file.size > LARGEST) return { file, fault: 'tooLarge' }
    return room-- > 0 ? { file } : { file, fault: 'tooMany' }
  })
}

let running = 0
const listeners = new Set<() => void>()
function count(step: number) {
  running += step
  listeners.forEach((listener) => listener())
}

/** Whether a file is on its way: what is saved now would go without it. */
export const isUploading = () => running > 0

export const useUploading = () =>
  useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, isUploading)

interface For {
  object: string
  field: string
}

/** Sends a file that waits on the server until a record of the object names it in the field. */
export async function send(file: File, to: For, told: (share: number) => void, signal: AbortSignal) {
  const body = new FormData()
  body.set('object', to.object)
  body.set('field', to.field)
  body.set('file', file)
  count(1)
  try {
    return await http.upload<HeldFile>('/files', body, told, signal)
  } finally {
    count(-1)
  }
}
