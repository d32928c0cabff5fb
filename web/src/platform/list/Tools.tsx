import {
  AppstoreOutlined,
  ColumnHeightOutlined,
  SettingOutlined,
  SortAscendingOutlined,
  TableOutlined,
} from '@ant-design/icons'
import { Dropdown, Popover, Tooltip } from 'antd'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import type { Density } from '../http'
import { useTexts } from '../i18n'
import { pathOf } from '../records'
import type { List } from './useList'

const ColumnsPanel = lazy(() => import('./ColumnsPanel'))
const densities: Density[] = ['loose', 'normal', 'tight']

function Tool({
  label,
  icon,
  pressed,
  onClick,
}: {
  label: string
  icon: ReactNode
  pressed?: boolean
  onClick?: () => void
}) {
  return (
    <Tooltip title={label}>
      <button
        type="button"
        className="icon-button"
        aria-label={label}
        aria-pressed={pressed}
        onClick={onClick}
      >
        {icon}
      </button>
    </Tooltip>
  )
}

function SortTool({ list }: { list: List }) {
  const { t, of } = useTexts()
  const items = list.catalogue.fields
    .filter((field) => field.sortable)
    .flatMap((field) => [
      { key: pathOf(field), label: `${of(field.label)} ${t('list.up')}` },
      { key: `-${pathOf(field)}`, label: `${of(field.label)} ${t('list.down')}` },
    ])
  const menu = {
    items,
    selectedKeys: [list.state.sort],
    onClick: ({ key }: { key: string }) => list.change({ sort: key }),
  }
  return (
    <Dropdown menu={{ ...menu, style: { maxHeight: 360, overflow: 'auto' } }} trigger={['click']}>
      <span>
        <Tool label={t('list.sort')} icon={<SortAscendingOutlined />} />
      </span>
    </Dropdown>
  )
}

/** Sort, columns, density and layout. */
export function Tools({ list }: { list: List }) {
  const { t } = useTexts()
  const [columns, setColumns] = useState(false)
  const { layout, density } = list.state
  const items = densities.map((one) => ({ key: one, label: t(`shell.densities.${one}`) }))
  const choose = ({ key }: { key: string }) => list.change({ density: key as Density })
  return (
    <div className="tools">
      <SortTool list={list} />
      <Popover
        open={columns}
        onOpenChange={setColumns}
        trigger="click"
        placement="bottomRight"
        arrow={false}
        content={<Suspense>{columns && <ColumnsPanel list={list} />}</Suspense>}
      >
        <span>
          <Tool label={t('list.columns')} icon={<SettingOutlined />} />
        </span>
      </Popover>
      <Dropdown menu={{ items, selectedKeys: [density], onClick: choose }} trigger={['click']}>
        <span>
          <Tool label={t('shell.density')} icon={<ColumnHeightOutlined />} />
        </span>
      </Dropdown>
      <span className="tools-layout">
        <Tool
          label={t('list.table')}
          icon={<TableOutlined />}
          pressed={layout === 'table'}
          onClick={() => list.change({ layout: 'table' })}
        />
        <Tool
          label={t('list.cards')}
          icon={<AppstoreOutlined />}
          pressed={layout === 'cards'}
          onClick={() => list.change({ layout: 'cards' })}
        />
      </span>
    </div>
  )
}
