import {
  ColumnHeightOutlined,
  ExportOutlined,
  GroupOutlined,
  SettingOutlined,
  SortAscendingOutlined,
} from '@ant-design/icons'
import { Dropdown, Popover } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { Density, Job } from '../http'
import { useTexts } from '../i18n'
import { pathOf } from '../records'
import { useCan } from '../session'
import { exportView } from './exporting'
import { groupable } from './groups'
import { LayoutSwitch } from './LayoutSwitch'
import { Tool } from './Tool'
import type { List } from './useList'
import { addedSort, keysOf, nextSort, orderOf, sortedBy } from './sorting'
import { isBoard } from './viewState'

const ColumnsPanel = lazy(() => import('./ColumnsPanel'))
const densities: Density[] = ['loose', 'normal', 'tight']

function SortTool({ list }: { list: List }) {
  const { t, of } = useTexts()
  const { sort } = list.state
  const items = list.catalogue.fields
    .filter((field) => field.sortable)
    .map((field) => {
      const by = sortedBy(sort, pathOf(field))
      const way = by && t(`list.orders.${orderOf(field)}.${by.way}`)
      return { key: pathOf(field), label: of(field.label), ...(way && { extra: way }) }
    })
  const menu = {
    items: [{ type: 'group' as const, label: t('list.sortMore'), children: items }],
    selectedKeys: keysOf(sort).map((key) => key.replace(/^-/, '')),
    onClick: ({ key, domEvent }: { key: string; domEvent: { shiftKey: boolean } }) => {
      const next = domEvent.shiftKey ? addedSort : nextSort
      list.change({ sort: next(sort, key, list.view.sort) })
    },
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

export type Start = (work: Promise<Job>) => Promise<unknown>

interface ToolsProps {
  list: List
  start: Start
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
  const { density, layout } = list.state
  const items = densities.map((one) => ({ key: one, label: t(`shell.densities.${one}`) }))
  const choose = ({ key }: { key: string }) => list.change({ density: key as Density })
  return (
    <div className="tools">
      <SortTool list={list} />
      {!isBoard(layout) && <GroupTool list={list} />}
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
      <LayoutSwitch list={list} />
    </div>
  )
}
