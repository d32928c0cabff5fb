import { useEffect, useRef, useState } from 'react'
import { Problem, type HeldFile } from '../http'
import { useTexts } from '../i18n'
import { sayProblem } from '../toast'
import { judged, MOST_FILES, send } from './uploads'

/** A file that was chosen and is not in the field yet: on its way, or refused for a reason. */
export interface Coming {
  key: number
  file: File
  share: number
  reason?: string
  stop: AbortController
}

let keys = 0

/** A refusal in its own words; of a fault also the number that support asks for. */
const why = (error: unknown) =>
  (error instanceof Problem && error.status < 500 && error.body.detail) || sayProblem(error)

/**
 * Sends chosen files one beside the other. Each that arrives joins the value in the order they were chosen in, each that
 * does not stays with its reason.
 */
export function useUploads(
  object: string,
  field: string,
  held: HeldFile[],
  change: (held: HeldFile[]) => void,
) {
  const { t } = useTexts()
  const [coming, setComing] = useState<Coming[]>([])
  const latest = useRef(held)
  const order = useRef(new Map<string, number>())
  const open = useRef(new Set<AbortController>())
  useEffect(() => {
    latest.current = held
  }, [held])
  useEffect(() => {
    const mine = open.current
    return () => mine.forEach((stop) => stop.abort())
  }, [])

  const tell = (key: number, news: Partial<Coming>) =>
    setComing((all) => all.map((one) => (one.key === key ? { ...one, ...news } : one)))
  const forget = (key: number) => setComing((all) => all.filter((one) => one.key !== key))

  const join = (kept: HeldFile, key: number) => {
    order.current.set(kept.id, key)
    const later = latest.current.findIndex(({ id }) => (order.current.get(id) ?? 0) > key)
    const place = later < 0 ? latest.current.length : later
    latest.current = [...latest.current.slice(0, place), kept, ...latest.current.slice(place)]
    change(latest.current)
  }

  const run = async ({ key, file, stop }: Coming) => {
    open.current.add(stop)
    try {
      const kept = await send(file, { object, field }, (share) => tell(key, { share }), stop.signal)
      join(kept, key)
      forget(key)
    } catch (error) {
      if (stop.signal.aborted) forget(key)
      else tell(key, { reason: why(error) })
    } finally {
      open.current.delete(stop)
    }
  }

  const take = (files: File[]) => {
    const there = held.length + coming.filter(({ reason }) => !reason).length
    const chosen = judged(files, there).map(({ file, fault }) => ({
      key: ++keys,
      file,
      share: 0,
      stop: new AbortController(),
      ...(fault && { reason: t(`field.${fault}`, { n: MOST_FILES }) }),
    }))
    setComing((all) => [...all, ...chosen])
    chosen.filter((one) => !('reason' in one)).forEach((one) => void run(one))
  }

  const drop = ({ key, stop }: Coming) => {
    stop.abort()
    forget(key)
  }
  return { coming, take, drop }
}
