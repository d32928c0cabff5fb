import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, DatePicker, Input, Select, Segmented } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { http, type Catalogue, type Page, type Ref, type Row, type Value } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { nearDays } from '@/platform/inputs'
import { composing, useTyped } from '@/platform/keyboard'
import { CommentBox } from '@/platform/record/CommentBox'
import { asRef, fieldAt, keys, mayWrite, useFields, useRecord } from '@/platform/records'
import { useCan } from '@/platform/session'
import { usePhone } from '@/platform/theme/theme'
import { useWhy, useWorkYear, workDay } from '@/platform/workday'
import { HowFar } from './HowFar'
import { PretextInput } from './PretextInput'
import { usePursuit, type DoneWith } from './pursuit'
import { useItems } from './useItems'
import { useLog, type Noted } from './useLog'
import '@/platform/record/record.css'
import './activity.css'

interface Props {
  /** Whose timeline it stands above. */
  object: 'customer' | 'contact' | 'lead'
  id: string
  end: DoneWith
  contact?: Ref
}

/** The people of a customer, sought by the server where they are many. */
function usePeople(customer: string, q: string, chosen: Ref | null) {
  const { data } = useQuery({
    queryKey: [...keys.list('contact'), 'people of', customer, q],
    queryFn: ({ signal }) =>
      http.get<Page<Row>>(
        '/contacts',
        { filter: `customer==${customer}`, q, fields: 'name', sort: 'name', limit: 20 },
        signal,
      ),
    placeholderData: keepPreviousData,
  })
  const found = (data?.items ?? []).map((row) => ({ value: row.id, label: String(row.name ?? '') }))
  const known = !chosen || found.some(({ value }) => value === chosen.id)
  return known ? found : [{ value: chosen.id, label: chosen.label }, ...found]
}

/** What the person may write of an activity, and of the customer or lead when it is to be followed up. */
function useWritable(end: DoneWith) {
  const activity = useFields('activity').data
  const kept = useFields(end.object).data
  const may = (catalogue: Catalogue | undefined, name: string) => {
    const field = catalogue && fieldAt(catalogue, name)
    return !!field && mayWrite(field)
  }
  return {
    content: may(activity, 'content'),
    contact: end.object === 'customer' && may(activity, 'contact'),
    outcome: may(activity, 'outcome'),
    pretext: may(activity, 'pretext'),
    next: may(activity, 'nextFollowUp') && may(kept, 'nextFollowUp'),
  }
}

type Writable = ReturnType<typeof useWritable>

interface FootProps {
  end: DoneWith
  /** The pretexts that were used with it before. */
  used: string[]
  noted: Noted
  writable: Writable
  change: (next: Partial<Noted>) => void
}

function NextDay({ noted, change }: Pick<FootProps, 'noted' | 'change'>) {
  const { t } = useTexts()
  return (
    <DatePicker
      size="small"
      className="log-next"
      aria-label={t('activity.next')}
      placeholder={t('activity.next')}
      format="MM-DD ddd"
      value={noted.next ? dayjs(noted.next) : null}
      minDate={dayjs().startOf('day')}
      presets={nearDays().map(([name, day]) => ({ label: t(`field.days.${name}`), value: day }))}
      onChange={(day) => change({ next: day?.format('YYYY-MM-DD') ?? null })}
    />
  )
}

/** Says that nobody is at work on the day that was chosen. */
function Rest({ day }: { day: string }) {
  const { t } = useTexts()
  const why = useWhy()
  const year = useWorkYear(dayjs(day).year()).data
  const found = year && workDay(year, day)
  if (!found || found.works) return null
  const said = why(found)
  return (
    <span className="note" role="status">
      {said ? t('activity.restFor', { why: said }) : t('activity.rest')}
    </span>
  )
}

/** How and when he likes to be reached, said to whoever plans the next time. */
function Rather({ contact }: { contact: Ref }) {
  const { t } = useTexts()
  const row = useRecord('contact', contact.id).data
  const channel = row && asRef((row.preferredChannel ?? null) as Value)
  const times = typeof row?.contactTimes === 'string' ? row.contactTimes : ''
  const how = [channel?.label, times].filter(Boolean).join(' · ')
  return how ? (
    <span className="note" role="status">
      {t('activity.rather', { who: contact.label, how })}
    </span>
  ) : null
}

function Person({ end, noted, change }: Omit<FootProps, 'writable' | 'used'>) {
  const { t } = useTexts()
  const { settled, change: type, input } = useTyped()
  const people = usePeople(end.id, settled.trim(), noted.contact)
  return (
    <span {...input}>
      <Select
        size="small"
        className="log-person"
        aria-label={t('activity.person')}
        placeholder={t('activity.person')}
        value={noted.contact?.id}
        options={people}
        allowClear
        showSearch={{ filterOption: false, onSearch: type }}
        popupMatchSelectWidth={false}
        notFoundContent={t('activity.nobody')}
        onChange={(id?: string) => {
          const found = people.find(({ value }) => value === id)
          change({ contact: found ? { id: found.value, label: found.label } : null })
        }}
      />
    </span>
  )
}

/** By which means, with whom, how it went and when it goes on: one row, each with its last or most likely answer. */
function Foot({ end, used, noted, writable, change }: FootProps) {
  const { t } = useTexts()
  const kinds = useItems('activityKind')
  const outcomes = useItems('activityOutcome')
  return (
    <>
      <Select
        size="small"
        aria-label={t('activity.kind')}
        value={noted.kind ?? kinds[0]?.value}
        options={kinds}
        popupMatchSelectWidth={false}
        onChange={(kind) => change({ kind })}
      />
      {writable.contact && <Person end={end} noted={noted} change={change} />}
      {writable.outcome && (
        <Select
          size="small"
          className="log-outcome"
          aria-label={t('activity.outcome')}
          placeholder={t('activity.outcome')}
          value={noted.outcome}
          options={outcomes}
          allowClear
          popupMatchSelectWidth={false}
          onChange={(outcome?: string) => change({ outcome: outcome ?? null })}
        />
      )}
      {writable.pretext && (
        <PretextInput used={used} value={noted.pretext} change={(pretext) => change({ pretext })} />
      )}
      {writable.next && <NextDay noted={noted} change={change} />}
      {writable.next && noted.next && <Rest day={noted.next} />}
      {writable.next && noted.next && noted.contact && <Rather contact={noted.contact} />}
    </>
  )
}

interface LogProps extends Pick<Props, 'end' | 'contact'> {
  saved?: () => void
  /** Whether one begins to write at once. */
  ready?: boolean
}

export function Log({ end, contact, saved, ready = false }: LogProps) {
  const { t } = useTexts()
  const phone = usePhone()
  const writable = useWritable(end)
  const pursuit = usePursuit(end).data
  const first = useItems('activityKind')[0]?.value
  const body = (now: Noted) => ({
    kind: now.kind ?? first,
    ...(writable.content && { content: now.content.trim() || null }),
    ...(writable.contact && { contact: now.contact?.id ?? null }),
    ...(writable.outcome && { outcome: now.outcome }),
    ...(writable.pretext && { pretext: now.pretext }),
    ...(writable.next && { nextFollowUp: now.next }),
  })
  const { noted, change, save, busy, written } = useLog(end, contact ?? null, body, saved)
  return (
    <div className="comment-box log-box">
      {pursuit && <HowFar pursuit={pursuit} />}
      <Input.TextArea
        variant="borderless"
        autoSize={{ minRows: 2, maxRows: 12 }}
        maxLength={20000}
        autoFocus={ready}
        value={noted.content}
        placeholder={t(phone ? 'activity.writePhone' : 'activity.write')}
        aria-label={t('activity.write')}
        onChange={(event) => change({ content: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !composing(event)) void save()
        }}
      />
      <div className="comment-foot log-foot">
        <Foot end={end} used={pursuit?.pretexts ?? []} noted={noted} writable={writable} change={change} />
        <span className="grow" />
        <Button type="primary" size="small" loading={busy} disabled={!written} onClick={() => void save()}>
          {t('record.save')}
        </Button>
      </div>
    </div>
  )
}

/** What was just done with a customer or a lead, or a word to colleagues, in one line from where one reads the past. */
export function LogBox({ object, id, end, contact }: Props) {
  const { t } = useTexts()
  const may = useCan()('activity.create')
  const [mode, setMode] = useState<'log' | 'comment'>('log')
  if (!may) return <CommentBox object={object} id={id} />
  return (
    <>
      <Segmented
        size="small"
        className="log-mode"
        value={mode}
        onChange={setMode}
        options={[
          { value: 'log', label: t('activity.one') },
          { value: 'comment', label: t('record.types.comment') },
        ]}
      />
      {mode === 'log' ? (
        <Log end={end} {...(contact && { contact })} />
      ) : (
        <CommentBox object={object} id={id} />
      )}
    </>
  )
}
