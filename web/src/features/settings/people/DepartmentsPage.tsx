import { ApartmentOutlined, DeleteOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { create } from '@/platform/form/creating'
import { http, type Ref, type Row } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { useFields, useRecordList, useRefresh } from '@/platform/records'
import { toastProblem } from '@/platform/toast'
import { ask, Empty } from '@/platform/ui'
import { Panel } from '../Panel'
import { EditOne } from './PeoplePage'

interface Placed {
  row: Row
  depth: number
}

const parentOf = (row: Row) => (row.parent as Ref | null)?.id ?? null

/** Departments in reading order; one whose parent cannot be seen stands at the top. */
export function placed(rows: Row[]): Placed[] {
  const known = new Set(rows.map(({ id }) => id))
  const above = (row: Row) => {
    const parent = parentOf(row)
    return parent && known.has(parent) ? parent : null
  }
  const below = (parent: string | null, depth: number): Placed[] =>
    rows
      .filter((row) => above(row) === parent)
      .flatMap((row) => [{ row, depth }, ...below(row.id, depth + 1)])
  return below(null, 0)
}

function Line({ row, depth, edit }: Placed & { edit: () => void }) {
  const { t } = useTexts()
  const refresh = useRefresh()
  const name = String(row.name)
  const remove = async () => {
    const question = {
      title: t('settings.departmentAsk', { name }),
      text: t('settings.departmentText'),
      yes: t('common.delete'),
      no: t('common.keep'),
      danger: true,
    }
    if (await ask(question))
      await http.delete(`/departments/${row.id}`).then(() => refresh('department'), toastProblem)
  }
  const add = () =>
    create({
      object: 'department',
      given: { parent: { id: row.id, label: name } },
      onCreated: () => void refresh('department'),
    })
  const act = (what: string) => `${what} ${name}`
  return (
    <li className="tree-line" style={{ paddingLeft: depth * 24 }}>
      <ApartmentOutlined className="ink3" aria-hidden />
      <span className="grow">{name}</span>
      <Button
        size="small"
        type="text"
        icon={<PlusOutlined />}
        aria-label={act(t('settings.addBelow'))}
        title={t('settings.addBelow')}
        onClick={add}
      />
      <Button
        size="small"
        type="text"
        icon={<EditOutlined />}
        aria-label={act(t('common.edit'))}
        onClick={edit}
      />
      <Button
        size="small"
        type="text"
        icon={<DeleteOutlined />}
        aria-label={act(t('common.delete'))}
        onClick={() => void remove()}
      />
    </li>
  )
}

export default function DepartmentsPage() {
  const { t } = useTexts()
  const refresh = useRefresh()
  const catalogue = useFields('department').data
  const query = useRecordList('department', {})
  const { hasNextPage, fetchNextPage } = query
  const [editing, setEditing] = useState<string | null>(null)
  useEffect(() => {
    if (hasNextPage) void fetchNextPage()
  }, [hasNextPage, fetchNextPage, query.data])
  const tree = placed(query.data?.pages.flatMap((page) => page.items) ?? [])
  const acts = (
    <Button
      type="primary"
      icon={<PlusOutlined />}
      onClick={() => create({ object: 'department', onCreated: () => void refresh('department') })}
    >
      {t('settings.addDepartment')}
    </Button>
  )
  return (
    <Panel section="departments" query={query} acts={acts}>
      {!tree.length && <Empty icon={<ApartmentOutlined />} title={t('settings.noDepartments')} />}
      <ul className="narrow">
        {tree.map(({ row, depth }) => (
          <Line key={row.id} row={row} depth={depth} edit={() => setEditing(row.id)} />
        ))}
      </ul>
      {editing && catalogue && (
        <EditOne object="department" catalogue={catalogue} id={editing} close={() => setEditing(null)} />
      )}
    </Panel>
  )
}
