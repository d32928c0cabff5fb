import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Form, Switch } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { http, useAlone } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { showToast } from '@/platform/toast'
import { useWorkYear, workKey, type WorkDay, type WorkYear } from '@/platform/workday'
import { Panel } from '../Panel'
import { toastRefusal } from '../refusal'
import { monthsOf, weekdayName } from './calendar'
import { DayDialog } from './DayDialog'
import { MonthTable } from './MonthTable'
import './calendar.css'

const week = [1, 2, 3, 4, 5, 6, 7] as const
const years = { first: 2000, last: 2199 }

/** Not `required`: a group of boxes may not say that of itself. */
const oneAtLeast = (_: unknown, days: number[]) => (days.length > 0 ? Promise.resolve() : Promise.reject())

type Week = Pick<WorkYear, 'weekdays' | 'chinese'>

function WeekForm({ calendar, fresh }: { calendar: WorkYear; fresh: () => Promise<void> }) {
  const { t, locale } = useTexts()
  const { alone, busy } = useAlone()
  const save = (values: Week) =>
    http
      .patch('/work-calendar', values, calendar.version)
      .then(fresh)
      .then(
        () => showToast({ kind: 'done', text: t('common.done'), stays: 2500 }),
        (error: unknown) => toastRefusal(error, () => void fresh()),
      )
  return (
    <Form<Week>
      className="settings-form"
      layout="vertical"
      initialValues={calendar}
      onFinish={(values) => void alone(() => save(values))}
    >
      <Form.Item
        name="weekdays"
        label={t('workday.weekdays')}
        rules={[{ validator: oneAtLeast, message: t('workday.oneAtLeast') }]}
      >
        <Checkbox.Group
          options={week.map((day) => ({ value: day, label: weekdayName(day, locale, 'short') }))}
        />
      </Form.Item>
      <Form.Item
        name="chinese"
        label={t('workday.chinese')}
        extra={t('workday.chineseHelp')}
        valuePropName="checked"
      >
        <Switch />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('common.save')}
      </Button>
    </Form>
  )
}

interface StepperProps {
  year: number
  go: (year: number) => void
}

function Stepper({ year, go }: StepperProps) {
  const { t } = useTexts()
  return (
    <div className="work-year">
      <Button
        icon={<LeftOutlined />}
        aria-label={t('workday.before')}
        disabled={year === years.first}
        onClick={() => go(year - 1)}
      />
      <h2 className="section" aria-live="polite">
        {t('workday.year', { year })}
      </h2>
      <Button
        icon={<RightOutlined />}
        aria-label={t('workday.after')}
        disabled={year === years.last}
        onClick={() => go(year + 1)}
      />
    </div>
  )
}

export default function CalendarPage() {
  const { t } = useTexts()
  const client = useQueryClient()
  const [year, setYear] = useState(() => dayjs().year())
  const [chosen, choose] = useState<WorkDay>()
  const query = useWorkYear(year)
  const fresh = () => client.invalidateQueries({ queryKey: workKey })
  const calendar = query.data
  return (
    <Panel section="calendar" query={query}>
      {calendar && (
        <>
          <WeekForm key={calendar.version} calendar={calendar} fresh={fresh} />
          <div className="settings-part">
            <Stepper year={year} go={setYear} />
            {calendar.chinese && !calendar.arranged && (
              <p className="note">{t('workday.notArranged', { year: calendar.year })}</p>
            )}
            <div className="work-months">
              {monthsOf(calendar).map((month) => (
                <MonthTable
                  key={month.number}
                  month={month}
                  today={dayjs().format('YYYY-MM-DD')}
                  choose={choose}
                />
              ))}
            </div>
          </div>
        </>
      )}
      {chosen && <DayDialog workDay={chosen} done={fresh} close={() => choose(undefined)} />}
    </Panel>
  )
}
