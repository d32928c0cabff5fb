import { http, Problem, type Row } from '@/platform/http'
import { outbox, type Kept } from '@/platform/outbox'
import { draftOf, keepDraft } from './draft'
import { localName, withFile, type Answer } from './form'

/** Done already is done: the answer to an earlier tap got lost on the way. */
const verb = (path: string, done: string) => async (item: Kept) => {
  try {
    await http.post<Row>(`/visits/${item.about}/${path}`, item.body, { idempotencyKey: item.key })
  } catch (error) {
    if (!(error instanceof Problem && error.code === done)) throw error
  }
  return undefined
}

/** Of a photograph, answers that wait behind it learn what the server calls it. */
async function photo(item: Kept) {
  const body = new FormData()
  body.set('file', item.blob!, (item.body as { name: string }).name)
  const kept = await http.post<{ id: string }>(`/visits/${item.about}/files`, body, {
    idempotencyKey: item.key,
  })
  const local = localName(item.key)
  const draft = draftOf(item.about)
  if (draft) {
    const renamed = withFile(Object.values(draft.answers), local, kept.id)
    keepDraft(item.about, {
      ...draft,
      answers: Object.fromEntries(renamed.map((one) => [one.question, one])),
    })
  }
  return (later: Kept) => {
    if (later.kind !== 'visit.answers') return later
    const sent = later.body as { answers: Answer[] }
    return { ...later, body: { ...sent, answers: withFile(sent.answers, local, kept.id) } }
  }
}

/** Says how what visits keep in the outbox is sent. With the end nothing of a visit is begun any more. */
export function sendVisits() {
  outbox.sends('visit.checkIn', verb('check-in', 'visitCheckedIn'))
  outbox.sends('visit.photo', photo)
  outbox.sends('visit.answers', async (item) => {
    await http.put(`/visits/${item.about}/answers`, item.body)
    return undefined
  })
  outbox.sends('visit.checkOut', async (item) => {
    await verb('check-out', 'visitDone')(item)
    keepDraft(item.about, null)
    return undefined
  })
}
