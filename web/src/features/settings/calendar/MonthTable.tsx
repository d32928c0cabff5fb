import { useTexts } from '@/platform/i18n'
import { useWhy, type WorkDay } from '@/platform/workday'
import { monthName, weekdayName, type Month } from './calendar'

const week = [1, 2, 3, 4, 5, 6, 7] as const

interface Props {
  month: Month
  today: string
  choose: (day: WorkDay) => void
}

/** A month with its days of work; each day can be chosen. */
export function MonthTable({ month, today, choose }: Props) {
  const { t, locale } = useTexts()
  return (
    <section className="work-month">
      <h3>
        {monthName(month.number, locale)}
        <span className="note">{t('workday.worked', { count: month.worked })}</span>
      </h3>
      <div className="work-days">
        {week.map((day) => (
          <span key={day} className="work-week" aria-hidden>
            {weekdayName(day, locale, 'narrow')}
          </span>
        ))}
        {Array.from({ length: month.before }, (_, place) => (
          <span key={-place} />
        ))}
        {month.days.map((day) => (
          <DayButton key={day.day} workDay={day} today={day.day === today} choose={choose} />
        ))}
      </div>
    </section>
  )
}

interface DayProps {
  workDay: WorkDay
  today: boolean
  choose: (day: WorkDay) => void
}

function DayButton({ workDay, today, choose }: DayProps) {
  const { t } = useTexts()
  const why = useWhy()
  const { day, works, decided } = workDay
  const kind = works ? (decided ? 'is-worked' : '') : decided ? 'is-holiday' : 'is-rest'
  const said = [t(works ? 'workday.works' : 'workday.rests'), why(workDay)].filter(Boolean).join('，')
  return (
    <button
      type="button"
      className={`work-day ${kind} ${decided?.own ? 'is-own' : ''} ${today ? 'is-today' : ''}`}
      aria-label={`${day} ${said}`}
      title={said}
      onClick={() => choose(workDay)}
    >
      {Number(day.slice(8))}
      {decided && <i aria-hidden>{t(works ? 'workday.workMark' : 'workday.restMark')}</i>}
    </button>
  )
}
