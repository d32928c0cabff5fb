import { Link } from '@tanstack/react-router'
import { useTexts } from '@/platform/i18n'
import { useSession } from '@/platform/session'
import { Logo } from '@/platform/ui'
import { useMenu } from './menu'

export function Nav() {
  const { t, of } = useTexts()
  const { firm } = useSession()
  return (
    <nav className="nav" aria-label={t('shell.nav')}>
      <div className="nav-firm">
        <Logo />
        <span className="clip">{firm.name}</span>
      </div>
      <ul>
        {useMenu().map(({ path, label, icon: Icon }) => (
          <li key={path} className={path === '/settings' ? 'nav-foot' : undefined}>
            <Link
              to={path}
              className="nav-item"
              activeOptions={{ exact: path === '/', includeSearch: false }}
              activeProps={{ className: 'is-current', 'aria-current': 'page' }}
            >
              <Icon />
              {of(label)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
