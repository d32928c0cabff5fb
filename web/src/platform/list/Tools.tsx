import {
  AppstoreOutlined,
  ColumnHeightOutlined,
  ExportOutlined,
  GroupOutlined,
  SettingOutlined,
  SortAscendingOutlined,
  TableOutlined,
} from '@ant-design/icons'
import { Dropdown, Popover, Tooltip } from 'antd'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import type { Density, Job } from '../http'
import { useTexts } from '../i18n'
import { pathOf } from '../records'
import { useCan } from '../session'
import { exportView } from './exporting'
import { groupable } from './groups'
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

function GroupTool({ list }: { list: List }) {
  const { t, of } = useTexts()
  const fields = groupable(list.catalogue)
  if (!fields.length) return null
  const { group } = list.state
  const items = [
    { key: '', label: t('list.noGroup') },
    ...fields.map((field) => ({ key: pathOf(field), label: of(field.label) })),
  ]
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items,
        selectedKeys: [group],
        onClick: ({ key }) => list.change({ group: key }),
        style: { maxHeight: 360, overflow: 'auto' },
      }}
    >
      <span>
        <Tool label={t('list.group')} icon={<GroupOutlined />} pressed={!!group} />
      </span>
    </Dropdown>
  )
}

interface ToolsProps {
  list: List
  start: (work: Promise<Job>) => Promise<unknown>
}

function ExportTool({ list, start }: ToolsProps) {
  const { t } = useTexts()
  const can = useCan()
  if (!can(`${list.object}.export`)) return null
  const items = (['xlsx', 'csv'] as const).map((key) => ({ key, label: t(`list.exportAs.${key}`) }))
  const run = ({ key }: { key: string }) => void start(exportView(list, key as 'csv'))
  return (
    <Dropdown menu={{ items, onClick: run }} trigger={['click']}>
      <span>
        <Tool label={t('list.exportAll')} icon={<ExportOutlined />} />
      </span>
    </Dropdown>
  )
}

/** Sort, columns, density, export and layout. */
export function Tools({ list, start }: ToolsProps) {
  const { t } = useTexts()
  const [columns, setColumns] = useState(false)
  const { layout, density } = list.state
  const items = densities.map((one) => ({ key: one, label: t(`shell.densities.${one}`) }))
  const choose = ({ key }: { key: string }) => list.change({ density: key as Density })
  return (
    <div className="tools">
      <SortTool list={list} />
      <GroupTool list={list} />
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
      <ExportTool list={list} start={start} />
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
