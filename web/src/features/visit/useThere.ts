import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { http, useAlone, type Page, type Row } from '@/platform/http'
import { outbox, useKept } from '@/platform/outbox'
import { useRecord, useRefresh } from '@/platform/records'
import { draftOf, keepDraft, onDraft, type Draft } from './draft'
import { byQuestion, localName, toSend, type Answer, type Form, type Template } from './form'
import { customerOf, formKey, standing, stayKey, type Position } from './visits'

const EMPTY: Draft = { answers: {}, met: [], result: '', next: null }

/** The same object as long as nothing was written, so that reading it draws nothing anew. */
function useDraft(id: string) {
  const [read] = useState(() => {
    let raw: string | null = null
    let draft: Draft | null = null
    return () => {
      const now = JSON.stringify(draftOf(id))
      if (now !== raw) {
        raw = now
        draft = draftOf(id)
      }
      return draft
    }
  })
  return useSyncExternalStore(onDraft, read)
}

const useContacts = (customer: string | undefined) =>
  useQuery({
    queryKey: ['list', 'contact', 'of', customer],
    queryFn: ({ signal }) =>
      http.get<Page<Row>>(
        '/contacts',
        { filter: `customer==${customer}`, fields: 'name,jobTitle', limit: 50 },
        signal,
      ),
    enabled: !!customer,
    select: ({ items }) =>
      items.map((one) => ({ id: one.id, label: String(one.name ?? ''), job: one.jobTitle })),
  })

/** Whatever was sent stands on the server from now on; read anew when the last of it has gone. */
function useSent(id: string, waiting: number) {
  const client = useQueryClient()
  const refresh = useRefresh()
  const before = useRef(waiting)
  useEffect(() => {
    const gone = before.current > 0 && waiting === 0
    before.current = waiting
    if (!gone) return
    void refresh('visit', id)
    void client.invalidateQueries({ queryKey: formKey(id) })
    void client.invalidateQueries({ queryKey: stayKey(id) })
  }, [id, waiting, client, refresh])
}

const moment = () => new Date().toISOString()

const keepAnswers = (id: string, template: Template, draft: Draft) =>
  outbox.keep(id, 'visit.answers', toSend(template, draft.answers), { instead: true })

/** What one does there; each step is kept on the device first and sent from there, now or later. */
function useSteps(id: string, template: Template | undefined, draft: Draft) {
  const { alone, busy } = useAlone()
  const placed = (position: Position | null) => ({ at: moment(), ...(position && { position }) })
  return {
    busy,
    photo: async (question: string, blob: Blob, name: string, only = false) => {
      const item = await outbox.keep(id, 'visit.photo', { name }, { blob })
      const latest = draftOf(id) ?? draft
      const files = only ? [] : (latest.answers[question]?.files ?? [])
      const answer = { question, files: [...files, localName(item.key)] }
      keepDraft(id, { ...latest, answers: { ...latest.answers, [question]: answer } })
      await outbox.flush()
    },
    checkIn: (position: Position | null) =>
      alone(async () => {
        await outbox.keep(id, 'visit.checkIn', placed(position))
        await outbox.flush()
      }),
    save: () =>
      alone(async () => {
        if (!template) return
        await keepAnswers(id, template, draftOf(id) ?? draft)
        await outbox.flush()
      }),
    checkOut: (position: Position | null) =>
      alone(async () => {
        if (!template) return
        // As it stands now: while the place was looked up photographs got names and words were added.
        const latest = draftOf(id) ?? draft
        await keepAnswers(id, template, latest)
        await outbox.keep(id, 'visit.checkOut', {
          ...placed(position),
          ...(latest.result.trim() && { result: latest.result }),
          ...(latest.next && { nextFollowUp: latest.next }),
          contacts: latest.met,
        })
        await outbox.flush()
      }),
  }
}

/** Everything about being there: what is asked, what was written, and what waits to be sent. */
export function useThere(id: string) {
  const visit = useRecord('visit', id)
  const form = useQuery({
    queryKey: formKey(id),
    queryFn: ({ signal }) => http.get<Form>(`/visits/${id}/answers`, undefined, signal),
  })
  const kept = useKept().filter(({ about }) => about === id)
  useSent(id, kept.length)
  const contacts = useContacts(visit.data && customerOf(visit.data)?.id)
  const draft: Draft = useDraft(id) ?? { ...EMPTY, answers: byQuestion(form.data?.answers ?? []) }
  const write = (change: Partial<Draft>) => keepDraft(id, { ...draft, ...change })
  return {
    ...useSteps(id, form.data?.template, draft),
    visit,
    form,
    contacts,
    kept,
    draft,
    write,
    standing: visit.data ? standing(visit.data, kept) : null,
    answer: (answer: Answer) => write({ answers: { ...draft.answers, [answer.question]: answer } }),
  }
}

export type There = ReturnType<typeof useThere>
