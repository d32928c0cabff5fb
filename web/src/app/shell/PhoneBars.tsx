import { EllipsisOutlined, PlusOutlined, SearchOutlined } from '@ant-design/icons'
import { Link, useLocation, useNavigate } from '@tanstack/react-router'
import { Dropdown } from 'antd'
import { useState } from 'react'
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

type Entry = ReturnType<typeof useMenu>[number]

/** So many places fit beside the button; where there are more, the last of them opens the rest. */
const PLACES = 5

/** What has no place of its own in the bar. */
function Rest({ entries }: { entries: Entry[] }) {
  const { t, of } = useTexts()
  const { pathname } = useLocation()
  const under = useUnder()
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  const current = entries.some(({ path }) => path === under || pathname.startsWith(path))
  return (
    <Dropdown
      open={open}
      onOpenChange={setOpen}
      trigger={['click']}
      placement="topRight"
      menu={{
        items: entries.map(({ path, label, icon: Icon }) => ({
          key: path,
          icon: <Icon />,
          label: of(label),
        })),
        onClick: ({ key }) => void navigate({ to: key }),
      }}
    >
      <button
        type="button"
        className={current ? 'bottom-item is-current' : 'bottom-item'}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-current={current ? 'page' : undefined}
      >
        <EllipsisOutlined aria-hidden />
        {t('common.more')}
      </button>
    </Dropdown>
  )
}

export function BottomBar() {
  const { t, of } = useTexts()
  const menu = useMenu()
  const under = useUnder()
  const first = useCreatable()[0]
  const placed = menu.length > PLACES ? menu.slice(0, PLACES - 1) : menu
  const rest = menu.slice(placed.length)
  const half = Math.ceil((placed.length + Math.sign(rest.length)) / 2)
  const link = ({ path, label, icon: Icon, badge: Badge }: Entry) => (
    <Link
      key={path}
      to={path}
      className={path === under ? 'bottom-item is-current' : 'bottom-item'}
      activeOptions={{ exact: path === '/', includeSearch: false }}
      activeProps={{ className: 'is-current', 'aria-current': 'page' }}
    >
      <Icon />
      {of(label)}
      {Badge && <Badge />}
    </Link>
  )
  return (
    <nav className="bottom-bar" aria-label={t('shell.nav')}>
      {placed.slice(0, half).map(link)}
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
      {placed.slice(half).map(link)}
      {rest.length > 0 && <Rest entries={rest} />}
    </nav>
  )
}
