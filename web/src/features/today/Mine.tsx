import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatNumber, useTexts } from '@/platform/i18n'
import { countOf } from '@/platform/records'

const lists = [
  { key: 'all', filter: 'owner==@me' },
  { key: 'week', filter: 'owner==@me;createdAt==@thisWeek' },
  { key: 'still', filter: 'owner==@me;changedAt=le=@today-30d' },
  { key: 'noPhone', filter: 'owner==@me;phone=null=true' },
] as const

/** What is in one's own hands, in four numbers; each opens its customers. */
export function Mine() {
  const { t } = useTexts()
  const answers = useQueries({ queries: lists.map(({ filter }) => countOf('customer', { filter, q: '' })) })
  return (
    <section className="mine">
      <h2 className="section">{t('today.mine.title')}</h2>
      <ul>
        {lists.map(({ key, filter }, index) => {
          const count = answers[index]
          // A field that one may not read is no filter; its number is left out.
          if (count?.error) return null
          return (
            <li key={key}>
              <Link to="/customers" search={{ view: 'all', filter } as object}>
                <b className="num">{count?.data ? formatNumber(count.data.value) : '…'}</b>
                <span>{t(`today.mine.${key}`)}</span>
              </Link>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
