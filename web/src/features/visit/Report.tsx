import { useQuery } from '@tanstack/react-query'
import { address, http, type Ref, type Row } from '@/platform/http'
import { formatMoment, useTexts } from '@/platform/i18n'
import { RowSkeleton } from '@/platform/ui'
import { isAnswered, type Answer, type Form, type Question } from './form'
import { formKey, stayKey, type Position } from './visits'
import './visit.css'

interface Stay {
  met: Ref[]
  stay: { in: Position | null; inReceivedAt: string | null; out: Position | null } | null
}

function Said({ question, answer }: { question: Question; answer: Answer }) {
  if (answer.files) {
    return (
      <span className="visit-photos">
        {answer.files.map((file) => (
          <a key={file} href={address(`/files/${file}`)} download>
            <img src={address(`/files/${file}`)} alt={question.text} loading="lazy" />
          </a>
        ))}
      </span>
    )
  }
  if (answer.lines) {
    return (
      <ul>
        {answer.lines.map((line, at) => (
          <li key={at}>
            {line.product} <span className="num">{line.number}</span> {question.unit}
          </li>
        ))}
      </ul>
    )
  }
  const chosen = answer.choices?.map((id) => question.options.find((one) => one.id === id)?.label ?? id)
  return (
    <>
      {answer.text ?? chosen?.join('；') ?? answer.number} {question.unit}
    </>
  )
}

function Where({ name, place }: { name: string; place: Position | null | undefined }) {
  const { t } = useTexts()
  if (!place) return null
  const spot = `${place.latitude}, ${place.longitude}`
  return (
    <div>
      <dt>{name}</dt>
      <dd className="num">
        {spot} {place.accuracy !== null && t('visit.within', { n: place.accuracy })}
      </dd>
    </div>
  )
}

/** What was found out on the spot: whom one met, what they said, and to those whom it concerns where one was. */
export function Report({ visit }: { visit: Row }) {
  const { t } = useTexts()
  const form = useQuery({
    queryKey: formKey(visit.id),
    queryFn: ({ signal }) => http.get<Form>(`/visits/${visit.id}/answers`, undefined, signal),
  })
  const { data: found } = useQuery({
    queryKey: stayKey(visit.id),
    queryFn: ({ signal }) => http.get<Stay>(`/visits/${visit.id}/stay`, undefined, signal),
  })
  const answers = form.data?.answers.filter(isAnswered) ?? []
  const late = found?.stay?.inReceivedAt
  return (
    <section className="visit-report">
      <h2 className="section">{t('visit.report')}</h2>
      {form.isPending && <RowSkeleton rows={3} />}
      {form.data && !answers.length && <p className="note">{t('visit.nothingYet')}</p>}
      <dl>
        {!!found?.met.length && (
          <div>
            <dt>{t('visit.met')}</dt>
            <dd>{found.met.map(({ label }) => label ?? t('common.outOfSight')).join('、')}</dd>
          </div>
        )}
        {answers.map((answer) => {
          const question = form.data!.template.questions.find(({ id }) => id === answer.question)
          return (
            question && (
              <div key={answer.question}>
                <dt>{question.text}</dt>
                <dd>
                  <Said question={question} answer={answer} />
                </dd>
              </div>
            )
          )
        })}
        <Where name={t('visit.wasIn')} place={found?.stay?.in} />
        <Where name={t('visit.wasOut')} place={found?.stay?.out} />
        {late && (
          <div>
            <dt>{t('visit.received')}</dt>
            <dd className="num">{formatMoment(late)}</dd>
          </div>
        )}
      </dl>
    </section>
  )
}
