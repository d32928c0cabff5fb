import {
  CloseOutlined,
  CopyOutlined,
  DeleteOutlined,
  EditOutlined,
  ExportOutlined,
  MergeCellsOutlined,
  TagOutlined,
  UserSwitchOutlined,
} from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { http, type Job, type Row } from '../http'
import { formatNumber, useTexts } from '../i18n'
import { mayMerge } from '../merge/mayMerge'
import { fieldAt, apiPath, pathOf } from '../records'
import { useCan } from '../session'
import { ask } from '../ui'
import { useCopy } from './clipboard/useCopy'
import { exportView } from './exporting'
import type { List } from './useList'

const BulkDialog = lazy(() => import('./BulkDialog'))
const MergeDialog = lazy(() => import('../merge/MergeDialog'))
export type BulkKind = 'assign' | 'addTags' | 'removeTags' | 'edit'

/** An act that an object has of its own, without anything to ask. */
export interface BulkAct {
  action: string
  right: string
  label: string
  icon: ReactNode
}

/** So many stand side by side. */
const MERGED_AT_ONCE = 5

export type BulkBody =
  { patch: Record<string, unknown> } | { action: string; arguments: Record<string, unknown> }

export interface Selection {
  ids: string[]
  /** True once "select all that match" was chosen. */
  all: boolean
  total: number
}

interface Props {
  list: List
  selection: Selection
  /** The chosen rows, as far as they are on the page. */
  rows: Row[]
  selectAll: () => void
  clear: () => void
  start: (work: Promise<Job>) => Promise<unknown>
}

function useBulk({ list, selection, clear, start }: Props) {
  const { object, state } = list
  const target = selection.all ? { filter: state.filter, q: state.q || undefined } : { ids: selection.ids }
  const run = (body: BulkBody) => {
    clear()
    return start(http.post<Job>(`${apiPath(object)}/bulk`, { ...target, ...body }))
  }
  const exportThem = () => {
    clear()
    return start(exportView(list, 'xlsx', selection.all ? undefined : selection.ids))
  }
  return { run, exportThem }
}

interface ActsProps {
  list: List
  /** Few enough are chosen to be made one. */
  few: boolean
  merge: () => void
  /** Nothing where more is chosen than is on the page. */
  copy: (() => void) | undefined
  /** The act of the object's own. */
  act: (action: string) => void
  openDialog: (kind: BulkKind) => void
  exportThem: () => void
  removeAll: () => void
}

function Acts({ list, few, merge, copy, act, openDialog, exportThem, removeAll }: ActsProps) {
  const { t } = useTexts()
  const can = useCan()
  const { object, catalogue } = list
  const may = (action: string) => can('bulk.run') && can(`${object}.${action}`)
  const acts = [
    {
      key: 'assign',
      icon: <UserSwitchOutlined />,
      shown: may('assign') && fieldAt(catalogue, 'owner'),
      run: () => openDialog('assign'),
    },
    {
      key: 'tags',
      icon: <TagOutlined />,
      shown: may('update') && tagFieldOf(list),
      run: () => openDialog('addTags'),
    },
    { key: 'edit', icon: <EditOutlined />, shown: may('update'), run: () => openDialog('edit') },
    { key: 'merge', icon: <MergeCellsOutlined />, shown: few && mayMerge(can, object), run: merge },
    { key: 'copy', icon: <CopyOutlined />, shown: copy, run: copy },
    {
      key: 'export',
      icon: <ExportOutlined />,
      shown: can(`${object}.export`),
      run: exportThem,
    },
    { key: 'delete', icon: <DeleteOutlined />, shown: may('delete'), run: removeAll },
  ] as const
  const { bulk } = list
  return (
    <>
      {bulk && may(bulk.right) && (
        <Button type="text" size="small" icon={bulk.icon} onClick={() => act(bulk.action)}>
          {bulk.label}
        </Button>
      )}
      {acts.map(
        ({ key, icon, shown, run }) =>
          shown && (
            <Button key={key} type="text" size="small" icon={icon} onClick={run}>
              {t(`bulk.${key}`)}
            </Button>
          ),
      )}
    </>
  )
}

const tagFieldOf = ({ catalogue }: List) =>
  catalogue.fields.find((field) => field.type === 'tags' && field.right === 'write')

/** Floats over the lower left of the list while rows are chosen. */
export function BulkBar(props: Props) {
  const { list, selection, rows, selectAll, clear } = props
  const { t } = useTexts()
  const [dialog, setDialog] = useState<BulkKind | null>(null)
  const [merging, setMerging] = useState(false)
  const { run, exportThem } = useBulk(props)
  const copy = useCopy(list, rows, !selection.all)
  const n = selection.all ? selection.total : selection.ids.length
  const tags = tagFieldOf(list)
  const removeAll = async () => {
    const count = { n: formatNumber(n) }
    const words = {
      title: t('bulk.deleteAsk', count),
      text: t('bulk.deleteText'),
      yes: t('bulk.deleteYes', count),
    }
    if (await ask({ ...words, no: t('common.keep'), danger: true }))
      await run({ action: 'delete', arguments: {} })
  }
  const send = (body: BulkBody) => {
    setDialog(null)
    void run(body)
  }
  return (
    <div className="bulk-bar" role="region" aria-label={t('bulk.bar')}>
      <span className="num">{t('bulk.chosen', { n: formatNumber(n) })}</span>
      {!selection.all && selection.total > selection.ids.length && (
        <button type="button" className="link num" onClick={selectAll}>
          {t('bulk.all', { n: formatNumber(selection.total) })}
        </button>
      )}
      <i className="bulk-line" />
      <Acts
        list={list}
        few={!selection.all && n >= 2 && n <= MERGED_AT_ONCE}
        merge={() => setMerging(true)}
        copy={selection.all ? undefined : copy}
        act={(action) => void run({ action, arguments: {} })}
        openDialog={setDialog}
        exportThem={() => void exportThem()}
        removeAll={() => void removeAll()}
      />
      <i className="bulk-line" />
      <button type="button" className="icon-button" aria-label={t('bulk.clear')} onClick={clear}>
        <CloseOutlined />
      </button>
      <Suspense>
        {merging && (
          <MergeDialog
            object={list.object}
            catalogue={list.catalogue}
            ids={selection.ids}
            close={() => setMerging(false)}
            done={clear}
          />
        )}
        {dialog && (
          <BulkDialog
            kind={dialog}
            catalogue={list.catalogue}
            count={n}
            tagField={tags ? pathOf(tags) : null}
            close={() => setDialog(null)}
            run={send}
          />
        )}
      </Suspense>
    </div>
  )
}
