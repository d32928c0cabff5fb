import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { http, useOnce, type Ref, type Row } from '@/platform/http'
import { keys, useRefresh } from '@/platform/records'
import { toastProblem } from '@/platform/toast'

/** What is being noted of something done; it stays on this device until it is saved. */
export interface Noted {
  content: string
  kind: string
  contact: Ref | null
  outcome: string | null
  next: string | null
}

const empty = (contact: Ref | null): Noted => ({
  content: '',
  kind: 'call',
  contact,
  outcome: null,
  next: null,
})

function kept(place: string, start: Noted): Noted {
  try {
    return { ...start, ...(JSON.parse(localStorage.getItem(place) ?? '{}') as Partial<Noted>) }
  } catch {
    return start
  }
}

/** Notes what was done with a customer, perhaps with one of its people, and refreshes what tells of it. */
export function useLog(customer: string, contact: Ref | null) {
  const place = `chaoxi.log.${contact?.id ?? customer}`
  const [noted, setNoted] = useState(() => kept(place, empty(contact)))
  const [busy, setBusy] = useState(false)
  const once = useOnce()
  const client = useQueryClient()
  const refresh = useRefresh()
  const written = !!noted.content.trim() || !!noted.outcome
  useEffect(() => {
    if (written) localStorage.setItem(place, JSON.stringify(noted))
    else localStorage.removeItem(place)
  }, [place, noted, written])
  const change = (next: Partial<Noted>) => setNoted((now) => ({ ...now, ...next }))
  const save = async () => {
    if (!written || busy) return
    setBusy(true)
    const body = {
      customer,
      kind: noted.kind,
      contact: noted.contact?.id ?? null,
      outcome: noted.outcome,
      content: noted.content.trim() || null,
      nextFollowUp: noted.next,
    }
    try {
      await http.post<Row>('/activities', body, { idempotencyKey: once.keyOf(JSON.stringify(body)) })
      once.done()
      setNoted((now) => ({ ...empty(contact), kind: now.kind }))
      await Promise.all([
        client.invalidateQueries({ queryKey: ['timeline'] }),
        client.invalidateQueries({ queryKey: keys.record('customer', customer) }),
        client.invalidateQueries({ queryKey: keys.list('customer') }),
        refresh('activity'),
      ])
    } catch (error) {
      toastProblem(error)
    } finally {
      setBusy(false)
    }
  }
  return { noted, change, save, busy, written }
}
