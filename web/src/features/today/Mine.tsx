import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Catalogue } from '@/platform/http'
import { formatNumber, useTexts } from '@/platform/i18n'
import { countOf, fieldAt, useFields } from '@/platform/records'

const lists = [
  { key: 'all', filter: 'owner==@me' },
  { key: 'due', filter: 'owner==@me;nextFollowUp=le=@today' },
  { key: 'noNext', filter: 'owner==@me;nextFollowUp=null=true' },
  {
    key: 'still',
    filter: 'owner==@me;createdAt=le=@today-30d;(lastTouchAt=le=@today-30d,lastTouchAt=null=true)',
  },
] as const

/** Without those that ask for a field which the person may not filter by. */
export const countable = (catalogue: Catalogue) =>
  lists.filter(({ filter }) =>
    [...filter.matchAll(/(?<![=\w])\w+(?==)/g)].every(([name]) => fieldAt(catalogue, name)?.filterable),
  )

/** What is in one's own hands, in up to four numbers; each opens its customers. */
export function Mine() {
  const { t } = useTexts()
  const { data: catalogue } = useFields('customer')
  const shown = catalogue ? countable(catalogue) : []
  const answers = useQueries({ queries: shown.map(({ filter }) => countOf('customer', { filter, q: '' })) })
  return (
    <section className="mine">
      <h2 className="section">{t('today.mine.title')}</h2>
      <ul>
        {shown.map(({ key, filter }, index) => {
          const count = answers[index]?.data
          return (
            <li key={key}>
              <Link to="/customers" search={{ view: 'all', filter } as object}>
                <b className="num">{count ? formatNumber(count.value) : '…'}</b>
                <span>{t(`today.mine.${key}`)}</span>
              </Link>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
