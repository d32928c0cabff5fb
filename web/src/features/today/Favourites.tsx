import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatNumber, useTexts } from '@/platform/i18n'
import { pageOf, useFavourites } from '@/platform/records'

const FIRST = 8

/** What the person keeps at hand. */
export function Favourites() {
  const { t } = useTexts()
  const [all, setAll] = useState(false)
  const favourites = useFavourites()
  const more = favourites.length - FIRST
  return (
    <section>
      <h2 className="section">{t('today.favourites')}</h2>
      {!favourites.length && <p className="note">{t('today.favouritesNone')}</p>}
      <ul className="recent">
        {favourites.slice(0, all ? undefined : FIRST).map(({ object, id, label }) => (
          <li key={id}>
            <Link to={pageOf(object, id) ?? '/'}>{label}</Link>
          </li>
        ))}
      </ul>
      {more > 0 && !all && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          {t('today.favouritesMore', { n: formatNumber(more) })}
        </button>
      )}
    </section>
  )
}
