import { DeleteOutlined, EditOutlined, MoreOutlined, UserSwitchOutlined } from '@ant-design/icons'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button, Dropdown, Tabs } from 'antd'
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import { Problem, type Catalogue, type Row } from '../http'
import { useTexts } from '../i18n'
import { useShortcuts } from '../keyboard'
import {
  dropRecent,
  fieldAt,
  objects,
  pageOf,
  remember,
  titleOf,
  useFields,
  useRecord,
  valueOf,
  type ObjectKey,
} from '../records'
import { RowSkeleton, Trouble } from '../ui'
import { usePhone } from '../theme/theme'
import { CallButton } from './Call'
import { CommentBox } from './CommentBox'
import { Completeness } from './Completeness'
import { Facts } from './Facts'
import { Files } from './Files'
import { History } from './History'
import { Position } from './Position'
import { Profile } from './Profile'
import { RecordTags } from './RecordTags'
import { Shares } from './Shares'
import { Star } from './Star'
import { Timeline } from './Timeline'
import { useEditField } from './useEditField'
import { useRecordActs } from './useRecordActs'
import { WhyNot } from './WhyNot'
import './record.css'

const EditDrawer = lazy(() => import('./EditDrawer'))

export interface RecordSetup {
  object: ObjectKey
  /** More tabs between timeline and files. */
  tabs?: (row: Row) => { key: string; label: string; children: ReactNode }[]
  /** What stands above the timeline to write in, where that is more than comments. */
  writing?: (row: Row) => ReactNode
  /** The right column, above completeness. */
  side?: (row: Row) => ReactNode
  /** Fields told under the name, in their order. */
  facts?: string[]
  /** Fields that make a record complete; none where there is nothing to complete. */
  weighed?: string[]
  /** More in the menu behind the three dots. */
  useMore?: (row: Row, label: string) => More
}

/** Entries of the menu, and the dialog that one of them may open. */
export interface More {
  /** The first thing to do with the record, before all others. */
  act?: ReactNode
  items: { key: string; icon: ReactNode; label: string; danger?: boolean; run: () => void }[]
  dialog: ReactNode
}

const useNothing = (): More => ({ items: [], dialog: null })

interface HeadProps {
  setup: RecordSetup
  catalogue: Catalogue
  row: Row
  edit: ReturnType<typeof useEditField>
  openEdit: () => void
}

function Head({ setup, catalogue, row, edit, openEdit }: HeadProps) {
  const { t, of } = useTexts()
  const navigate = useNavigate()
  const home = objects[setup.object].page ?? '/'
  const acts = useRecordActs(setup.object, catalogue, row, () => void navigate({ to: home }))
  const number = catalogue.fields.find(({ type }) => type === 'sequence')
  const useMore = setup.useMore ?? useNothing
  const more = useMore(row, titleOf(row, catalogue))
  const items = [
    ...(fieldAt(catalogue, 'owner') && acts.may('assign')
      ? [{ key: 'assign', icon: <UserSwitchOutlined />, label: t('record.assign') }]
      : []),
    ...(acts.may('delete')
      ? [{ key: 'delete', icon: <DeleteOutlined />, label: t('common.delete'), danger: true }]
      : []),
    ...more.items.map(({ key, icon, label, danger }) => ({ key, icon, label, danger: !!danger })),
  ]
  const run = (key: string) => {
    if (key === 'assign') acts.openAssign()
    else if (key === 'delete') void acts.remove()
    else more.items.find((one) => one.key === key)?.run()
  }
  return (
    <header className="record-head">
      <div className="row">
        <Position object={setup.object} id={row.id} label={of(catalogue.label)} home={home} />
        <span className="grow" />
        {number && <span className="note num">{String(valueOf(row, number) ?? '')}</span>}
      </div>
      <div className="record-title">
        <h1>{titleOf(row, catalogue)}</h1>
        <Star object={setup.object} id={row.id} label={titleOf(row, catalogue)} />
        <RecordTags object={setup.object} catalogue={catalogue} row={row} edit={edit} />
        <span className="grow" />
        <CallButton object={setup.object} row={row} catalogue={catalogue} />
        {more.act}
        {acts.may('update') && (
          <Button type={more.act ? 'default' : 'primary'} icon={<EditOutlined />} onClick={openEdit}>
            {t('record.editAll')}
          </Button>
        )}
        {items.length > 0 && (
          <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => run(key) }}>
            <Button icon={<MoreOutlined />} aria-label={t('common.more')} />
          </Dropdown>
        )}
      </div>
      {setup.facts && <Facts object={setup.object} catalogue={catalogue} row={row} names={setup.facts} />}
      {acts.dialog}
      {more.dialog}
    </header>
  )
}

interface CentreProps {
  setup: RecordSetup
  row: Row
  /** On the phone all fields are a tab of their own. */
  profile: ReactNode
}

function Centre({ setup, row, profile }: CentreProps) {
  const { t } = useTexts()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as { tab?: string }
  const at = { object: setup.object, id: row.id }
  const talk = (
    <>
      {setup.writing?.(row) ?? <CommentBox {...at} />}
      <Timeline {...at} />
    </>
  )
  const items = [
    { key: 'timeline', label: t('record.timeline'), children: talk },
    ...(setup.tabs?.(row) ?? []),
    { key: 'files', label: t('record.files'), children: <Files {...at} /> },
    ...(profile ? [{ key: 'profile', label: t('record.profile'), children: profile }] : []),
    { key: 'history', label: t('record.history'), children: <History {...at} /> },
  ]
  return (
    <Tabs
      size="small"
      activeKey={search.tab ?? 'timeline'}
      items={items}
      destroyOnHidden
      onChange={(tab) =>
        void navigate({ to: '.', search: (tab === 'timeline' ? {} : { tab }) as object, replace: true })
      }
    />
  )
}

function RecordOf({ setup, catalogue, row }: { setup: RecordSetup; catalogue: Catalogue; row: Row }) {
  const edit = useEditField(setup.object)
  const [editing, setEditing] = useState(false)
  const title = titleOf(row, catalogue)
  const { object } = setup
  const { id } = row
  useEffect(() => remember({ object, id, label: title }), [object, id, title])
  useShortcuts({ e: () => setEditing(true) })
  const openEdit = () => setEditing(true)
  const phone = usePhone()
  const profile = <Profile object={object} catalogue={catalogue} row={row} edit={edit} editAll={openEdit} />
  return (
    <article className="record">
      <Head setup={setup} catalogue={catalogue} row={row} edit={edit} openEdit={openEdit} />
      <div className="record-body">
        {!phone && <div className="record-left">{profile}</div>}
        <div className="record-centre">
          <Centre setup={setup} row={row} profile={phone && profile} />
        </div>
        <aside className="record-right">
          {setup.side?.(row)}
          {fieldAt(catalogue, 'owner') && <Shares object={object} row={row} label={title} />}
          {setup.weighed?.length !== 0 && (
            <Completeness catalogue={catalogue} row={row} weighed={setup.weighed} />
          )}
        </aside>
      </div>
      <Suspense>
        {editing && (
          <EditDrawer object={object} catalogue={catalogue} row={row} close={() => setEditing(false)} />
        )}
      </Suspense>
    </article>
  )
}

/** The page of one record: who it is on the left, what happened in the middle, what belongs to it on the right. */
export function RecordPage(setup: RecordSetup) {
  const { t } = useTexts()
  const { id } = useParams({ strict: false }) as { id: string }
  const catalogue = useFields(setup.object)
  const record = useRecord(setup.object, id)
  const error = record.error ?? catalogue.error
  const navigate = useNavigate()
  const led = record.data && record.data.id !== id ? pageOf(setup.object, record.data.id) : null
  // The record was merged into another one, which the server led to.
  useEffect(() => {
    if (led) void navigate({ to: led, replace: true })
  }, [led, navigate])
  const gone = error instanceof Problem && error.status === 404
  useEffect(() => {
    if (gone) dropRecent(id)
  }, [gone, id])
  if (gone || (error instanceof Problem && error.status === 403))
    return <WhyNot object={setup.object} id={id} />
  if (error) {
    return (
      <div className="page-body">
        <Trouble title={t('problem.page')} error={error} again={() => void record.refetch()} />
      </div>
    )
  }
  if (!record.data || led || !catalogue.data) return <RowSkeleton rows={12} />
  return <RecordOf key={id} setup={setup} catalogue={catalogue.data} row={record.data} />
}
