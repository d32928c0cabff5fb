import { CalendarOutlined, EditOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, DatePicker } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { formatDay, momentAt, useTexts } from '@/platform/i18n'
import { pageOf } from '@/platform/records'
import { usePhone } from '@/platform/theme/theme'
import { Tag } from '@/platform/ui'
import { offered, type Item, type Section } from './day'

const colours: Record<Section['weight'], string> = { late: 'bad', open: 'blue', spare: 'gray' }

export interface Acts {
  log: (item: Item) => void
  plan: (item: Item, day: string) => void
  answered: (item: Item) => void
  finish: (item: Item) => void
}

interface Props {
  item: Item
  section: Section
  /** The date on which one looks. */
  day: string
  acts: Acts
}

function NextDay({ item, day, plan, what }: { item: Item; day: string; plan: Acts['plan']; what: string }) {
  const { t } = useTexts()
  const phone = usePhone()
  const presets = Object.entries(offered(day)).map(([name, date]) => ({
    label: t(`day.days.${name as 'monday'}`),
    value: dayjs(date),
  }))
  return (
    <DatePicker
      className="day-next"
      size={phone ? 'large' : 'small'}
      value={null}
      placeholder={what}
      aria-label={t('day.actOn', { act: what, label: item.record.label ?? '' })}
      suffixIcon={<CalendarOutlined />}
      minDate={dayjs(day)}
      presets={presets}
      inputReadOnly
      showNow={false}
      allowClear={false}
      onChange={(date: Dayjs | null) => date && plan(item, date.format('YYYY-MM-DD'))}
    />
  )
}

function Verbs({ item, day, acts, first }: Omit<Props, 'section'> & { first: boolean }) {
  const { t } = useTexts()
  const phone = usePhone()
  const size = phone ? 'large' : 'small'
  const name = (act: string) => t('day.actOn', { act, label: item.record.label ?? '' })
  const page = pageOf(item.record.object, item.record.id)
  return (
    <span className="day-acts">
      {item.acts.map((verb) => {
        if (verb === 'postpone' || verb === 'plan') {
          return <NextDay key={verb} item={item} day={day} plan={acts.plan} what={t(`day.acts.${verb}`)} />
        }
        if (verb === 'log' || verb === 'answered' || verb === 'finish') {
          const label = t(`day.acts.${verb}`)
          return (
            <Button
              key={verb}
              size={size}
              type={first ? 'primary' : 'default'}
              {...(verb === 'log' && { icon: <EditOutlined /> })}
              aria-label={name(label)}
              onClick={() => acts[verb](item)}
            >
              {label}
            </Button>
          )
        }
        const label = t(`day.acts.${verb as 'convert'}`)
        return (
          page && (
            <Link
              key={verb}
              to={verb === 'visit' ? `${page}/there` : page}
              className="day-go"
              aria-label={name(label)}
            >
              {label}
            </Link>
          )
        )
      })}
    </span>
  )
}

/** One thing to do: whom it is about, why it stands here, by when, and what can be done about it. */
export function DayRow({ item, section, day, acts }: Props) {
  const { t, locale } = useTexts()
  const first = item.rank === 1
  const { object, id, label } = item.record
  const { grade, contactName } = item.shown
  // "Today" is the server's, however the clock of the device goes.
  const noon = new Date(momentAt(day, '12:00'))
  return (
    <li className={first ? 'day-row is-now' : 'day-row'} data-id={id}>
      <span className="day-what">
        {first && <span className="day-now">{t('day.now')}</span>}
        <span className="row">
          <Link to={pageOf(object, id) ?? '/'} className="day-title clip">
            {label ?? t('common.outOfSight')}
          </Link>
          {contactName && <span className="ink2 clip">{contactName}</span>}
          {item.customer?.label && <span className="ink2 clip">{item.customer.label}</span>}
          {grade && <Tag color={grade.color ?? null}>{grade.label}</Tag>}
        </span>
        <span className="note">{item.why.text}</span>
      </span>
      <span className="day-due">
        {item.due && <Tag color={colours[section.weight]}>{formatDay(item.due, locale, noon)}</Tag>}
      </span>
      <Verbs item={item} day={day} acts={acts} first={first} />
    </li>
  )
}
