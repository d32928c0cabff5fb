import { PlusOutlined, QuestionCircleOutlined, SearchOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { create } from '@/platform/form/creating'
import { useTexts } from '@/platform/i18n'
import { AccountMenu } from './AccountMenu'
import { Inbox } from './Inbox'
import { useCreatable } from './menu'
import type { Overlay } from './Shell'

function CreateButton() {
  const { t, of } = useTexts()
  const creatable = useCreatable()
  if (!creatable.length) return null
  const items = creatable.map(({ object, label }) => ({ key: object, label: of(label) }))
  return (
    <Dropdown menu={{ items, onClick: ({ key }) => create({ object: key }) }} trigger={['click']}>
      <Button type="primary" icon={<PlusOutlined />}>
        {t('shell.create')}
      </Button>
    </Dropdown>
  )
}

export function Header({ show }: { show: (overlay: Overlay) => void }) {
  const { t } = useTexts()
  return (
    <header className="header">
      <button type="button" className="header-search" onClick={() => show('palette')}>
        <SearchOutlined aria-hidden />
        <span className="grow clip">{t('shell.find')}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <div className="header-acts">
        <CreateButton />
        <Inbox />
        <button
          type="button"
          className="icon-button"
          aria-label={t('shell.help')}
          onClick={() => show('help')}
        >
          <QuestionCircleOutlined />
        </button>
        <AccountMenu />
      </div>
    </header>
  )
}
