import { DatePicker } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { dayOf, momentAt, timeOf, useTexts } from '../i18n'
import type { InputProps } from './FieldInput'

/** What the person's clock shows at a moment. In UTC, for in the browser's zone an hour of the year may be missing. */
export const clockAt = (moment: string) => dayjs.utc(`${dayOf(moment)}T${timeOf(moment)}`)

/** The moment at which the person's clock shows what was picked. */
export const pickedAt = (clock: Dayjs) => momentAt(clock.format('YYYY-MM-DD'), clock.format('HH:mm'))

/** A day, or a moment by the clock that the person lives by, wherever the browser is. */
export function DateInput(props: InputProps) {
  const { field, value, onChange, id, label, placeholder, autoFocus, open } = props
  const { t } = useTexts()
  const moment = field.type === 'dateTime'
  const read = moment ? clockAt : (day: string) => dayjs(day)
  const written = moment ? pickedAt : (day: Dayjs) => day.format('YYYY-MM-DD')
  return (
    <DatePicker
      placeholder={placeholder ?? t('filter.pickDay')}
      {...(id && { id })}
      aria-label={label}
      value={value ? read(value as string) : null}
      showTime={moment && { format: 'HH:mm' }}
      format={moment ? 'YYYY-MM-DD HH:mm' : 'YYYY-MM-DD'}
      onChange={(next) => onChange(next ? written(next) : null)}
      autoFocus={autoFocus}
      {...(open && { defaultOpen: true })}
      style={{ width: '100%' }}
    />
  )
}
