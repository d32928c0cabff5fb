import { Button, DatePicker, Input } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { http, useAlone, useOnce, type Ref, type Row } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { composing } from '@/platform/keyboard'
import { useRefresh } from '@/platform/records'
import { useSession } from '@/platform/session'
import { toastProblem } from '@/platform/toast'
import { firmDay, usualDays } from './days'
import type { Whose } from './promises'

export type To = Partial<Record<Whose, Ref>>

function useAdd(to: To, added: () => void) {
  const refresh = useRefresh()
  const once = useOnce()
  const { alone, busy } = useAlone()
  const add = (subject: string, dueOn: string) =>
    void alone(async () => {
      const ids = Object.fromEntries(Object.entries(to).map(([name, ref]) => [name, ref.id]))
      const body = { subject, dueOn, source: 'talk', ...ids }
      try {
        await http.post<Row>('/promises', body, { idempotencyKey: once.keyOf(JSON.stringify(body)) })
        once.done()
        added()
        await refresh('promise')
      } catch (error) {
        toastProblem(error)
      }
    })
  return { add, busy }
}

/** One line and a day: what somebody was just promised. */
export function QuickPromise({ to, close }: { to: To; close: () => void }) {
  const { t } = useTexts()
  const [subject, setSubject] = useState('')
  const today = firmDay(useSession().firm.timeZone)
  const [day, setDay] = useState(today)
  const { add, busy } = useAdd(to, close)
  const save = () => subject.trim() && add(subject.trim(), day)
  return (
    <div className="quick-promise">
      <Input
        autoFocus
        size="small"
        maxLength={200}
        value={subject}
        placeholder={t('promise.write')}
        aria-label={t('promise.write')}
        onChange={(event) => setSubject(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !composing(event)) save()
          if (event.key === 'Escape') close()
        }}
      />
      <div className="quick-promise-foot">
        {usualDays(today).map(([name, one]) => (
          <Button
            key={name}
            size="small"
            type={one.format('YYYY-MM-DD') === day ? 'primary' : 'default'}
            ghost={one.format('YYYY-MM-DD') === day}
            onClick={() => setDay(one.format('YYYY-MM-DD'))}
          >
            {t(`promise.days.${name}`)}
          </Button>
        ))}
        <DatePicker
          size="small"
          aria-label={t('promise.byWhen')}
          allowClear={false}
          format="MM-DD ddd"
          minDate={dayjs(today)}
          value={dayjs(day)}
          onChange={(next) => next && setDay(next.format('YYYY-MM-DD'))}
        />
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
