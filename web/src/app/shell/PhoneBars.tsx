import { PlusOutlined, SearchOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { create } from '@/platform/form/creating'
import { useTexts } from '@/platform/i18n'
import { useSession } from '@/platform/session'
import { Logo } from '@/platform/ui'
import { AccountMenu } from './AccountMenu'
import { Inbox } from './Inbox'
import { useCreatable, useMenu, useUnder } from './menu'
import type { Overlay } from './Shell'

export function TopBar({ show }: { show: (overlay: Overlay) => void }) {
  const { t } = useTexts()
  const { firm } = useSession()
  return (
    <header className="top-bar">
      <Logo />
      <strong className="grow clip">{firm.name}</strong>
      <button
        type="button"
        className="icon-button"
        aria-label={t('common.search')}
        onClick={() => show('palette')}
      >
        <SearchOutlined />
      </button>
      <Inbox />
      <AccountMenu />
    </header>
  )
}

export function BottomBar() {
  const { t, of } = useTexts()
  const menu = useMenu()
  const under = useUnder()
  const first = useCreatable()[0]
  const half = Math.ceil(menu.length / 2)
  const link = ({ path, label, icon: Icon }: (typeof menu)[number]) => (
    <Link
      key={path}
      to={path}
      className={path === under ? 'bottom-item is-current' : 'bottom-item'}
      activeOptions={{ exact: path === '/', includeSearch: false }}
      activeProps={{ className: 'is-current', 'aria-current': 'page' }}
    >
      <Icon />
      {of(label)}
    </Link>
  )
  return (
    <nav className="bottom-bar" aria-label={t('shell.nav')}>
      {menu.slice(0, half).map(link)}
      {first && (
        <button
          type="button"
          className="bottom-new"
          aria-label={t('shell.createWhat', { what: of(first.label) })}
          onClick={() => create({ object: first.object })}
        >
          <PlusOutlined />
        </button>
      )}
      {menu.slice(half).map(link)}
    </nav>
  )
}
