import { http, type Ref } from '../http'
import { text } from '../i18n'
import { apiPath } from '../records'
import { ask } from '../ui'

interface Named extends Ref {
  object: 'customer' | 'contact'
  customer: string | null
  customerLabel: string | null
}

interface Found {
  others: Named[]
  more: boolean
}

const patience = 3000

/** Asks before a text about a customer goes out that names others; where that cannot be found out, it goes out. */
export async function mayTell(object: string, record: string, words: string) {
  if (object !== 'customer' && object !== 'contact') return true
  const late = new Promise<null>((tooLate) => setTimeout(() => tooLate(null), patience))
  const found = await Promise.race([
    http.post<Found>('/privacy/others-named', { object, record, text: words }).catch(() => null),
    late,
  ])
  if (!found?.others.length) return true
  return ask({
    title: text('record.namesOthers'),
    text: <Others {...found} />,
    yes: text('record.sendStill'),
    no: text('record.rewrite'),
  })
}

function Others({ others, more }: Found) {
  return (
    <>
      <ul className="others-named">
        {others.map(({ object, id, label, customerLabel }) => (
          <li key={id}>
            <a href={`${apiPath(object)}/${id}`} target="_blank" rel="noreferrer">
              {label}
            </a>
            {customerLabel && <span className="note"> · {customerLabel}</span>}
          </li>
        ))}
      </ul>
      <p className="note">
        {more && text('record.namesMore')} {text('record.namesHint')}
      </p>
    </>
  )
}
