import { MoreOutlined, PlusOutlined, SearchOutlined, TeamOutlined } from '@ant-design/icons'
import { Button, Dropdown, Input } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { http, type Catalogue, type Ref, type Row } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { useTyped } from '@/platform/keyboard'
import { pathOf, useFields, useRecord, useRecordList, useRefresh } from '@/platform/records'
import { useCan, useSession } from '@/platform/session'
import { showToast, toastProblem } from '@/platform/toast'
import { Empty, Person, Tag } from '@/platform/ui'
import { FieldValue } from '@/platform/values'
import { Panel } from '../Panel'
import { HandoverDialog } from './HandoverDialog'
import { OneTimeDialog, PasswordDialog, type OneTime } from './PasswordDialog'
import { PersonDrawer } from './PersonDrawer'
import { useFactorReset } from './useFactorReset'

const EditDrawer = lazy(() => import('@/platform/record/EditDrawer'))

type Doing = { kind: 'edit' | 'password' | 'handover'; row: Row } | { kind: 'new' } | null

/** The drawer needs the whole record; the list holds only part of it. */
export function EditOne({
  object,
  catalogue,
  id,
  close,
}: {
  object: string
  catalogue: Catalogue
  id: string
  close: () => void
}) {
  const row = useRecord(object, id).data
  const refresh = useRefresh()
  const done = () => {
    close()
    void refresh(object)
  }
  return (
    <Suspense>{row && <EditDrawer object={object} catalogue={catalogue} row={row} close={done} />}</Suspense>
  )
}

const shownFields = (catalogue: Catalogue) =>
  catalogue.fields.filter((field) => field.list && field.name !== 'locked')

const nameOf = (row: Row) => ({ id: row.id, name: String(row.name), login: String(row.login ?? '') })

function useLock() {
  const { t } = useTexts()
  const refresh = useRefresh()
  const set = (row: Row, lock: boolean): Promise<unknown> =>
    http
      .post(`/people/${row.id}/${lock ? 'lock' : 'unlock'}`)
      .then(() => refresh('person'))
      .then(() => {
        const text = t(lock ? 'settings.locked' : 'settings.unlocked', { name: String(row.name) })
        showToast({ kind: 'done', text, act: { label: t('common.undo'), run: () => void set(row, !lock) } })
      }, toastProblem)
  return set
}

function Line({ row, catalogue, act }: { row: Row; catalogue: Catalogue; act: (doing: Doing) => void }) {
  const { t } = useTexts()
  const lock = useLock()
  const resetFactor = useFactorReset()
  const can = useCan()
  const own = useSession().person.id === row.id
  const locked = row.locked === true
  const items = [
    { key: 'edit', label: t('record.editAll') },
    { key: 'password', label: t('settings.setPassword') },
    { key: 'factor', label: t('factor.reset') },
    ...(can('bulk.run') ? [{ key: 'handover', label: t('handover.one') }] : []),
    { key: 'lock', label: t(locked ? 'settings.unlock' : 'settings.lock'), danger: !locked },
  ].slice(0, own ? 1 : undefined)
  const run = (key: string) => {
    if (key === 'lock') void lock(row, !locked)
    else if (key === 'factor') void resetFactor(row.id, String(row.name))
    else act({ kind: key as 'edit', row })
  }
  return (
    <tr>
      {shownFields(catalogue).map((field) => (
        <td key={pathOf(field)}>
          {field.name === catalogue.title ? (
            <Person name={String(row.name)} />
          ) : (
            <FieldValue field={field} row={row} object="person" />
          )}
        </td>
      ))}
      <td className="ink2">
        {((row.roles as Ref[] | undefined) ?? []).map(({ label }) => label).join('、')}
      </td>
      <td>{locked && <Tag color="bad">{t('settings.isLocked')}</Tag>}</td>
      <td>
        <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => run(key) }}>
          <Button
            size="small"
            type="text"
            icon={<MoreOutlined />}
            aria-label={`${t('common.more')} ${String(row.name)}`}
          />
        </Dropdown>
      </td>
    </tr>
  )
}

interface TableProps {
  catalogue: Catalogue
  rows: Row[]
  act: (doing: Doing) => void
}

function People({ catalogue, rows, act }: TableProps) {
  const { t, of } = useTexts()
  return (
    <div className="scroll-x">
      <table className="grid-table">
        <thead>
          <tr>
            {shownFields(catalogue).map((field) => (
              <th key={pathOf(field)}>{of(field.label)}</th>
            ))}
            <th>{t('settings.sections.roles')}</th>
            <th>{t('downloads.state')}</th>
            <th aria-label={t('common.more')} />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.id} row={row} catalogue={catalogue} act={act} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The drawer or dialog that is open, and the password it may end with. */
function Dialogs({
  catalogue,
  doing,
  act,
}: {
  catalogue: Catalogue
  doing: Doing
  act: (doing: Doing) => void
}) {
  const [given, setGiven] = useState<OneTime | null>(null)
  const close = () => act(null)
  const lock = useLock()
  const made = (row: Row) => setGiven({ ...nameOf(row), password: String(row.oneTimePassword ?? '') })
  return (
    <>
      {doing?.kind === 'password' && (
        <PasswordDialog person={nameOf(doing.row)} close={close} made={setGiven} />
      )}
      {doing?.kind === 'handover' && (
        <HandoverDialog
          person={nameOf(doing.row)}
          locked={doing.row.locked === true}
          close={close}
          lock={() => void lock(doing.row, true)}
        />
      )}
      {(doing?.kind === 'edit' || doing?.kind === 'new') && (
        <PersonDrawer
          catalogue={catalogue}
          id={doing.kind === 'edit' ? doing.row.id : null}
          close={close}
          made={made}
        />
      )}
      {given && <OneTimeDialog given={given} close={() => setGiven(null)} />}
    </>
  )
}

export default function PeoplePage() {
  const { t } = useTexts()
  const { value, settled, change, input } = useTyped()
  const catalogue = useFields('person').data
  const query = useRecordList('person', { q: settled.trim() })
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  const [doing, act] = useState<Doing>(null)
  const acts = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => act({ kind: 'new' })}>
      {t('settings.addPerson')}
    </Button>
  )
  return (
    <Panel section="people" query={query} acts={acts}>
      <Input
        className="list-search"
        prefix={<SearchOutlined />}
        placeholder={t('settings.findPerson')}
        aria-label={t('settings.findPerson')}
        value={value}
        onChange={(event) => change(event.target.value)}
        style={{ marginBottom: 12, width: 240 }}
        {...input}
      />
      {catalogue && rows.length > 0 && <People catalogue={catalogue} rows={rows} act={act} />}
      {!rows.length && <Empty icon={<TeamOutlined />} title={t('settings.noPeople')} />}
      {catalogue && <Dialogs catalogue={catalogue} doing={doing} act={act} />}
      {query.hasNextPage && (
        <Button size="small" onClick={() => void query.fetchNextPage()}>
          {t('common.more')}
        </Button>
      )}
    </Panel>
  )
}
