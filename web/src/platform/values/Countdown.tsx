import type { Row } from '../http'
import { dayOf, formatMoment, useTexts } from '../i18n'
import { Tag } from '../ui'
import { daysLeft } from './countdown'

/** Without word of a warning, so near is near. */
const NEAR = 3

/** How long a customer still stays with its owner; red once he was warned. */
export function Countdown({ row, at }: { row: Row; at: string }) {
  const { t } = useTexts()
  const left = daysLeft(dayOf(at), dayOf(new Date().toISOString()))
  const warned = 'warnedFor' in row ? row.warnedFor === at : left <= NEAR
  const words =
    left < 0 ? t('pool.returnsNow') : left ? t('pool.returnsIn', { n: left }) : t('pool.returnsToday')
  return (
    <time dateTime={at} title={formatMoment(at)}>
      <Tag color={warned || left <= 0 ? 'bad' : 'gray'}>{words}</Tag>
    </time>
  )
}
