import { useQueryClient } from '@tanstack/react-query'
import dayjs from 'dayjs'
import { useEffect, useRef, useState } from 'react'
import { http, useOnce, type Ref, type Row } from '@/platform/http'
import { mayTell } from '@/platform/record/othersNamed'
import { keys, useRefresh } from '@/platform/records'
import { toastProblem } from '@/platform/toast'
import { pursuitKey, rhythmKey, type DoneWith } from './pursuit'

/** What is being noted of something done; it stays on this device until it is saved. */
export interface Noted {
  content: string
  /** The first kind of the firm until another one is chosen. */
  kind: string | null
  contact: Ref | null
  outcome: string | null
  pretext: string | null
  next: string | null
}

const empty = (contact: Ref | null): Noted => ({
  content: '',
  kind: null,
  contact,
  outcome: null,
  pretext: null,
  next: null,
})

/** A day that has gone by since is no plan any more. */
export function kept(text: string | null, start: Noted, today = dayjs().format('YYYY-MM-DD')): Noted {
  try {
    const noted = { ...start, ...(JSON.parse(text ?? '{}') as Partial<Noted>) }
    return noted.next && noted.next < today ? { ...noted, next: null } : noted
  } catch {
    return start
  }
}

/** What is left of the notes when those that went out are saved: what was written meanwhile. */
export const left = (now: Noted, sent: Noted, start: Noted): Noted =>
  JSON.stringify(now) === JSON.stringify(sent) ? { ...start, kind: sent.kind } : now

/**
 * Notes what was done with a customer or a lead, perhaps with one of the customer's people, and refreshes what tells of it.
 *
 * @param bodyOf what of the notes the person may write, as the server takes it
 * @param saved hears when they are written, before anything is read anew
 */
export function useLog(
  end: DoneWith,
  contact: Ref | null,
  bodyOf: (noted: Noted) => object,
  saved?: () => void,
) {
  const place = `chaoxi.log.${contact?.id ?? end.id}`
  const [noted, setNoted] = useState(() => kept(localStorage.getItem(place), empty(contact)))
  const [busy, setBusy] = useState(false)
  const saving = useRef(false)
  const once = useOnce()
  const client = useQueryClient()
  const refresh = useRefresh()
  const written = !!noted.content.trim() || !!noted.outcome
  useEffect(() => {
    if (written) localStorage.setItem(place, JSON.stringify(noted))
    else localStorage.removeItem(place)
  }, [place, noted, written])
  const change = (next: Partial<Noted>) => setNoted((now) => ({ ...now, ...next }))
  const send = async () => {
    if (!(await mayTell(end.object, end.id, noted.content))) return
    const body = { [end.object]: end.id, ...bodyOf(noted) }
    await http.post<Row>('/activities', body, { idempotencyKey: once.keyOf(JSON.stringify(body)) })
    once.done()
    // The box may be gone by now, and then nothing else would forget them.
    if (localStorage.getItem(place) === JSON.stringify(noted)) localStorage.removeItem(place)
    setNoted((now) => left(now, noted, empty(contact)))
    saved?.()
    await Promise.all([
      client.invalidateQueries({ queryKey: ['timeline'] }),
      client.invalidateQueries({ queryKey: pursuitKey(end) }),
      // What was done may be what a rhythm asked for.
      client.invalidateQueries({ queryKey: rhythmKey(end.id) }),
      client.invalidateQueries({ queryKey: keys.list('task') }),
      client.invalidateQueries({ queryKey: keys.record(end.object, end.id) }),
      client.invalidateQueries({ queryKey: keys.list(end.object) }),
      refresh('activity'),
    ])
  }
  const save = async () => {
    if (!written || saving.current) return
    saving.current = true
    setBusy(true)
    try {
      await send()
    } catch (error) {
      toastProblem(error)
    } finally {
      saving.current = false
      setBusy(false)
    }
  }
  return { noted, change, save, busy, written }
}
