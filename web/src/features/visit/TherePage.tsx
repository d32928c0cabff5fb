import { ArrowLeftOutlined, CloudSyncOutlined, EnvironmentOutlined } from '@ant-design/icons'
import { Link, useParams } from '@tanstack/react-router'
import { Button, DatePicker, Input } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { timeOf, useTexts } from '@/platform/i18n'
import { outbox } from '@/platform/outbox'
import { pageOf } from '@/platform/records'
import { RowSkeleton, Trouble } from '@/platform/ui'
import { isAnswered, missing } from './form'
import { Choosing, Item, QuestionItem } from './QuestionItem'
import { ThereFoot } from './ThereFoot'
import { useThere, type There } from './useThere'
import { customerOf, minutesOff, whenText } from './visits'
import './visit.css'

const DAYS = [7, 14, 30]

function Ring({ done, of }: { done: number; of: number }) {
  const { t } = useTexts()
  const share = of ? done / of : 0
  return (
    <span
      className="visit-ring num"
      role="img"
      aria-label={t('visit.progress', { done, of })}
      style={{ '--share': `${share * 360}deg` } as React.CSSProperties}
    >
      <span>
        {done}/{of}
      </span>
    </span>
  )
}

/** What waits on the telephone, and what the server did not take. */
function Waiting({ there }: { there: There }) {
  const { t } = useTexts()
  const { kept } = there
  const refused = kept.find((item) => item.refused)
  if (!kept.length) return null
  return (
    <>
      <span className="visit-waits tag tag-warn" role="status">
        <CloudSyncOutlined aria-hidden /> {t('visit.waits', { n: kept.length })}
      </span>
      {refused && (
        <div className="visit-refused" role="alert">
          <span>{t('visit.refused', { why: refused.refused })}</span>
          <Button size="small" onClick={() => void outbox.again(refused.about)}>
            {t('visit.again')}
          </Button>
          <Button size="small" danger onClick={() => void outbox.drop(refused.about)}>
            {t('visit.drop')}
          </Button>
        </div>
      )}
    </>
  )
}

function Arrived({ there }: { there: There }) {
  const { t, locale } = useTexts()
  const row = there.visit.data!
  const { status, at } = there.standing!
  const off = at ? minutesOff(row, at) : null
  return (
    <div className="visit-arrived">
      <EnvironmentOutlined className={at ? 'is-there' : ''} aria-hidden />
      <span className="grow">
        <span>{at ? t('visit.arrivedAt', { time: timeOf(at) }) : t('visit.notArrived')}</span>
        <span className="note num">
          {whenText(row, locale)}
          {off !== null && off < 0 && `，${t('visit.early', { n: -off })}`}
          {off !== null && off > 0 && `，${t('visit.late', { n: off })}`}
          {status === 'done' && ` ${t('visit.isDone')}`}
        </span>
      </span>
      <Waiting there={there} />
    </div>
  )
}

function Ending({ there }: { there: There }) {
  const { t } = useTexts()
  const { draft, write } = there
  return (
    <section className="visit-item" aria-labelledby="label-result">
      <h2 id="label-result">{t('visit.result')}</h2>
      <Input.TextArea
        value={draft.result}
        maxLength={20_000}
        autoSize={{ minRows: 3, maxRows: 10 }}
        placeholder={t('visit.resultHint')}
        aria-labelledby="label-result"
        onChange={(event) => write({ result: event.target.value })}
      />
      <h2 className="visit-next">{t('visit.next')}</h2>
      <div className="visit-days">
        {DAYS.map((days) => {
          const day = dayjs().add(days, 'day').format('YYYY-MM-DD')
          return (
            <button
              key={days}
              type="button"
              className={draft.next === day ? 'visit-choice is-on' : 'visit-choice'}
              aria-pressed={draft.next === day}
              onClick={() => write({ next: draft.next === day ? null : day })}
            >
              {t('visit.inDays', { n: days })}
            </button>
          )
        })}
        <DatePicker
          size="large"
          inputReadOnly
          format="MM-DD ddd"
          minDate={dayjs()}
          aria-label={t('visit.next')}
          value={draft.next ? dayjs(draft.next) : null}
          onChange={(day) => write({ next: day ? day.format('YYYY-MM-DD') : null })}
        />
      </div>
    </section>
  )
}

function Top({ there, done, of }: { there: There; done: number; of: number }) {
  const { t } = useTexts()
  const row = there.visit.data!
  return (
    <header className="visit-head">
      <Link to={pageOf('visit', row.id)!} aria-label={t('visit.back')} className="icon-button">
        <ArrowLeftOutlined />
      </Link>
      <span className="grow">
        <h1>{t('visit.visitOf', { who: customerOf(row)?.label ?? t('common.outOfSight') })}</h1>
        <span className="note num">
          {there.form.data!.template.name} · {t('visit.progress', { done, of })}
        </span>
      </span>
      <Ring done={done} of={of} />
    </header>
  )
}

function Met({ there }: { there: There }) {
  const { t } = useTexts()
  const { draft, write } = there
  const people = there.contacts.data ?? []
  const options = people.map(({ id, label, job }) => ({
    id,
    label,
    ...(typeof job === 'string' && { note: job }),
  }))
  return (
    <Item
      id="met"
      at={1}
      label={t('visit.whomMet')}
      required={false}
      done={draft.met.length > 0}
      fault={null}
    >
      {people.length ? (
        <Choosing
          label={t('visit.whomMet')}
          options={options}
          chosen={draft.met}
          many
          change={(met) => write({ met })}
        />
      ) : (
        <p className="note">{t('visit.nobodyKnown')}</p>
      )}
    </Item>
  )
}

function Sheet({ there }: { there: There }) {
  const { t } = useTexts()
  const [pointed, setPointed] = useState(false)
  const { draft } = there
  const { template, last } = there.form.data!
  const { questions } = template
  const left = missing(questions, draft.answers)
  const done = questions.filter(({ id }) => isAnswered(draft.answers[id])).length + (draft.met.length ? 1 : 0)
  const first = left[0] && { id: left[0].id, at: questions.indexOf(left[0]) + 2 }
  const point = () => {
    setPointed(true)
    const item = document.getElementById(`item-${first?.id}`)
    item?.scrollIntoView({ block: 'center' })
    item?.focus({ preventScroll: true })
  }
  const closed = ['done', 'cancelled'].includes(there.standing!.status)
  return (
    <>
      <Top there={there} done={done} of={questions.length + 1} />
      <Arrived there={there} />
      {!closed && (
        <>
          <p className="visit-goal">{String(there.visit.data!.goal ?? '')}</p>
          <Met there={there} />
          {questions.map((question, at) => (
            <QuestionItem
              key={question.id}
              question={question}
              at={at + 2}
              answer={draft.answers[question.id]}
              last={last[question.id]}
              fault={pointed && left.includes(question) ? t('visit.answerIt') : null}
              write={there.answer}
              photo={(blob, name, only) => there.photo(question.id, blob, name, only)}
            />
          ))}
          <Ending there={there} />
        </>
      )}
      <ThereFoot there={there} left={left.length} first={first} point={point} />
    </>
  )
}

/** On the spot: begin, find out, end. Everything is kept on the telephone first and sent from there. */
export default function TherePage() {
  const { t } = useTexts()
  const { id = '' } = useParams({ strict: false })
  const there = useThere(id)
  const error = there.visit.error ?? there.form.error
  return (
    <div className="visit-there">
      {error && (
        <Trouble
          title={t('common.notDone', { what: t('visit.one') })}
          error={error}
          again={() => void Promise.all([there.visit.refetch(), there.form.refetch()])}
        />
      )}
      {!error && (!there.visit.data || !there.form.data) && <RowSkeleton rows={6} />}
      {there.visit.data && there.form.data && <Sheet there={there} />}
    </div>
  )
}
