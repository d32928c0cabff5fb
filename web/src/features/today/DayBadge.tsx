import { useTexts } from '@/platform/i18n'
import { useOpen } from './useDay'

/** How much is to be done, beside the name in the menu; red while something is overdue. */
export function DayBadge() {
  const { t } = useTexts()
  const { data } = useOpen()
  if (!data?.value) return null
  return (
    <span
      className={data.late ? 'menu-count num is-late' : 'menu-count num'}
      title={t(data.exact ? 'day.open' : 'day.openMore', { n: data.value })}
    >
      {data.value > 99 ? '99+' : data.value}
    </span>
  )
}
