import { AppstoreOutlined, CalendarOutlined, ProjectOutlined, TableOutlined } from '@ant-design/icons'
import { Dropdown } from 'antd'
import type { Layout } from '../http'
import { useTexts } from '../i18n'
import { usePhone } from '../theme/theme'
import { Tool } from './Tool'
import type { List } from './useList'

const icons = {
  table: <TableOutlined />,
  cards: <AppstoreOutlined />,
  kanban: <ProjectOutlined />,
  calendar: <CalendarOutlined />,
}
const wide: Layout[] = ['table', 'cards', 'kanban', 'calendar']
/** A table is cards on the phone. */
const narrow: Layout[] = ['cards', 'kanban', 'calendar']

/** The same records as a table, cards, kanban or calendar. */
export function LayoutSwitch({ list }: { list: List }) {
  const { t } = useTexts()
  const phone = usePhone()
  const { layout } = list.state
  const nameOf = (one: Layout) => (one === 'table' || one === 'cards' ? t(`list.${one}`) : t(`board.${one}`))
  if (phone) {
    const now = layout === 'table' ? 'cards' : layout
    const items = narrow.map((key) => ({ key, label: nameOf(key), icon: icons[key] }))
    const choose = ({ key }: { key: string }) => list.change({ layout: key as Layout })
    return (
      <Dropdown menu={{ items, selectedKeys: [now], onClick: choose }} trigger={['click']}>
        <span className="tools-layout">
          <Tool label={`${t('board.layout')} · ${nameOf(now)}`} icon={icons[now]} />
        </span>
      </Dropdown>
    )
  }
  return (
    <span className="tools-layout">
      {wide.map((one) => (
        <Tool
          key={one}
          label={nameOf(one)}
          icon={icons[one]}
          pressed={layout === one}
          onClick={() => list.change({ layout: one })}
        />
      ))}
    </span>
  )
}
