import { Button, DatePicker, Input } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { http, useAlone, useOnce, type Ref, type Row } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { composing } from '@/platform/keyboard'
import { useRefresh } from '@/platform/records'
import { useSession } from '@/platform/session'
import { toastProblem } from '@/platform/toast'
import { useWhy, useWorkYear, workDay } from '@/platform/workday'
import { firmDay, usualDays } from './tasks'

export type About = Partial<Record<'customer' | 'contact' | 'lead', Ref>>

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

function useAdd(about: About, added: () => void) {
  const refresh = useRefresh()
  const once = useOnce()
  const { alone, busy } = useAlone()
  const add = (subject: string, dueOn: string) =>
    void alone(async () => {
      const ids = Object.fromEntries(Object.entries(about).map(([name, ref]) => [name, ref.id]))
      const body = { subject, dueOn, ...ids }
      try {
        await http.post<Row>('/tasks', body, { idempotencyKey: once.keyOf(JSON.stringify(body)) })
        once.done()
        added()
        await refresh('task')
      } catch (error) {
        toastProblem(error)
      }
    })
  return { add, busy }
}

/** One line and a day: what is to be done next about a record. */
export function QuickTask({ about, close }: { about: About; close: () => void }) {
  const { t } = useTexts()
  const [subject, setSubject] = useState('')
  const zone = useSession().firm.timeZone
  const [day, setDay] = useState(() => firmDay(zone))
  const { add, busy } = useAdd(about, close)
  const save = () => subject.trim() && add(subject.trim(), day)
  return (
    <div className="quick-task">
      <Input
        autoFocus
        size="small"
        maxLength={200}
        value={subject}
        placeholder={t('task.write')}
        aria-label={t('task.write')}
        onChange={(event) => setSubject(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !composing(event)) save()
          if (event.key === 'Escape') close()
        }}
      />
      <div className="quick-task-foot">
        {usualDays(firmDay(zone)).map(([name, one]) => (
          <Button
            key={name}
            size="small"
            type={one.format('YYYY-MM-DD') === day ? 'primary' : 'default'}
            ghost={one.format('YYYY-MM-DD') === day}
            onClick={() => setDay(one.format('YYYY-MM-DD'))}
          >
            {t(`task.days.${name}`)}
          </Button>
        ))}
        <DatePicker
          size="small"
          aria-label={t('task.due')}
          allowClear={false}
          format="MM-DD ddd"
          value={dayjs(day)}
          onChange={(next) => next && setDay(next.format('YYYY-MM-DD'))}
        />
        <Rest day={day} />
        <span className="grow" />
        <Button size="small" onClick={close}>
          {t('common.cancel')}
        </Button>
        <Button size="small" type="primary" loading={busy} disabled={!subject.trim()} onClick={save}>
          {t('common.save')}
        </Button>
      </div>
    </div>
  )
}
