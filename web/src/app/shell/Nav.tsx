import { Link } from '@tanstack/react-router'
import { useTexts } from '@/platform/i18n'
import { pageOf, useFavourites } from '@/platform/records'
import { useSession } from '@/platform/session'
import { Logo } from '@/platform/ui'
import { useMenu, useUnder } from './menu'

const FAVOURITES = 8

/** The records kept at hand; all of them stand on 今日. */
function Favourites() {
  const { t } = useTexts()
  const favourites = useFavourites().slice(0, FAVOURITES)
  if (!favourites.length) return null
  return (
    <section>
      <h2 className="nav-head" id="nav-favourites">
        {t('shell.favourites')}
      </h2>
      <ul aria-labelledby="nav-favourites">
        {favourites.map(({ object, id, label }) => (
          <li key={id}>
            <Link
              to={pageOf(object, id) ?? '/'}
              className="nav-item"
              title={label}
              activeOptions={{ includeSearch: false }}
              activeProps={{ className: 'is-current', 'aria-current': 'page' }}
            >
              <span className="clip">{label}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Places({ foot }: { foot: boolean }) {
  const { of } = useTexts()
  const under = useUnder()
  return (
    <ul>
      {useMenu()
        .filter(({ path }) => (path === '/settings') === foot)
        .map(({ path, label, icon: Icon, badge: Badge }) => (
          <li key={path}>
            <Link
              to={path}
              className={path === under ? 'nav-item is-current' : 'nav-item'}
              activeOptions={{ exact: path === '/', includeSearch: false }}
              activeProps={{ className: 'is-current', 'aria-current': 'page' }}
            >
              <Icon />
              {of(label)}
              {Badge && <Badge />}
            </Link>
          </li>
        ))}
    </ul>
  )
}

export function Nav() {
  const { t } = useTexts()
  const { firm } = useSession()
  return (
    <nav className="nav" aria-label={t('shell.nav')}>
      <div className="nav-firm">
        <Logo />
        <span className="clip">{firm.name}</span>
      </div>
      <Places foot={false} />
      <Favourites />
      <div className="nav-foot">
        <Places foot />
      </div>
    </nav>
  )
}
