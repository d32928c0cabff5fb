import { DownOutlined, TeamOutlined } from '@ant-design/icons'
import { Button, Dropdown, Tabs } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { View } from '../http'
import { formatNumber, useTexts } from '../i18n'
import { useSession } from '../session'
import { showToast, toastProblem } from '../toast'
import { isBuiltIn, useViewActs, type ViewBody } from './useViews'
import type { List } from './useList'

const SaveView = lazy(() => import('./SaveView'))

const SHOWN = 5

export const bodyOfView = ({ state }: List): Omit<ViewBody, 'name' | 'sharing'> => ({
  filter: state.filter,
  sort: state.sort,
  columns: state.columns,
  layout: state.layout,
  density: state.density,
})

function useMine(view: View) {
  const { person } = useSession()
  return !isBuiltIn(view) && view.owner?.id === person.id
}

function Changed({ list, saveAs }: { list: List; saveAs: () => void }) {
  const { t } = useTexts()
  const mine = useMine(list.view)
  const { change } = useViewActs(list.object)
  const save = () =>
    change(list.view, bodyOfView(list)).then(() => {
      list.restore()
      showToast({ kind: 'done', text: t('list.viewSaved', { name: list.view.name }), stays: 3000 })
    }, toastProblem)
  return (
    <span className="view-changed">
      <span className="ink3">{t('list.changed')}</span>
      {mine && (
        <button type="button" className="link" onClick={() => void save()}>
          {t('common.save')}
        </button>
      )}
      <button type="button" className="link" onClick={saveAs}>
        {t('list.saveAs')}
      </button>
      <button type="button" className="link" onClick={list.restore}>
        {t('list.restore')}
      </button>
    </span>
  )
}

function ViewMenu({ list }: { list: List }) {
  const { t } = useTexts()
  const mine = useMine(list.view)
  const { remove, makeDefault } = useViewActs(list.object)
  if (isBuiltIn(list.view)) return null
  const items = [
    { key: 'default', label: t('list.makeDefault'), disabled: list.view.isDefault },
    ...(mine ? [{ key: 'remove', label: t('list.removeView'), danger: true }] : []),
  ]
  const run = (key: string) =>
    (key === 'default' ? makeDefault(list.view) : remove(list.view).then(() => list.show('all'))).catch(
      toastProblem,
    )
  return (
    <Dropdown menu={{ items, onClick: ({ key }) => void run(key) }} trigger={['click']}>
      <Button size="small" type="text" icon={<DownOutlined />} aria-label={t('list.viewMenu')} />
    </Dropdown>
  )
}

function Label({ view, count, chosen }: { view: View; count?: number | undefined; chosen: boolean }) {
  return (
    <span className={chosen ? 'view-label is-chosen' : 'view-label'}>
      {view.sharing === 'team' && <TeamOutlined aria-hidden />}
      {view.name}
      {chosen && count !== undefined && <span className="num"> {formatNumber(count)}</span>}
    </span>
  )
}

/** Saved views as tabs; the first five stand, the rest wait under "more". */
export function ViewTabs({ list, count }: { list: List; count?: number | undefined }) {
  const { t } = useTexts()
  const [naming, setNaming] = useState(false)
  const chosen = list.views.findIndex(({ id }) => id === list.view.id)
  const shown = list.views.filter((_, index) => index < SHOWN || index === chosen)
  const rest = list.views.filter((view) => !shown.includes(view))
  const items = shown.map((view) => ({
    key: view.id,
    label: <Label view={view} count={count} chosen={view.id === list.view.id} />,
  }))
  const more = rest.length > 0 && (
    <Dropdown
      trigger={['click']}
      menu={{
        items: rest.map(({ id, name }) => ({ key: id, label: name })),
        onClick: ({ key }) => list.show(key),
      }}
    >
      <button type="button" className="plain view-more">
        {t('list.moreViews', { n: rest.length })}
      </button>
    </Dropdown>
  )
  return (
    <div className="view-tabs">
      <Tabs
        size="small"
        activeKey={list.view.id}
        items={items}
        onChange={list.show}
        tabBarStyle={{ margin: 0 }}
      />
      {more}
      <ViewMenu list={list} />
      <span className="grow" />
      {list.changed && <Changed list={list} saveAs={() => setNaming(true)} />}
      <Suspense>{naming && <SaveView list={list} close={() => setNaming(false)} />}</Suspense>
    </div>
  )
}
