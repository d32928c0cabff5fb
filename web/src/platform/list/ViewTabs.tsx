import { TeamOutlined } from '@ant-design/icons'
import { Dropdown } from 'antd'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { Count, View } from '../http'
import { formatNumber, useTexts } from '../i18n'
import { useCount } from '../records'
import { showToast, toastProblem } from '../toast'
import { TabRow } from './TabRow'
import { useMine, useViewActs, type ViewBody } from './useViews'
import type { List } from './useList'
import { ViewMenu } from './ViewMenu'

const SaveView = lazy(() => import('./SaveView'))

const SHOWN = 5

export const bodyOfView = ({ state }: List): Omit<ViewBody, 'name' | 'sharing'> => ({
  filter: state.filter,
  sort: state.sort,
  group: state.group,
  over: state.over,
  columns: state.columns,
  layout: state.layout,
  density: state.density,
})

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

interface LabelProps {
  object: string
  view: View
  /** Of the chosen view with what is changed in it, whatever is searched for. */
  count?: Count | undefined
  chosen: boolean
  late: boolean
}

/** A view's name and how many it holds; the others are counted once the chosen one stands. */
function Label({ object, view, count, chosen, late }: LabelProps) {
  const own = useCount(object, { filter: view.filter, q: '' }, late && !chosen).data
  const told = chosen ? count : own
  return (
    <span className={chosen ? 'view-label is-chosen' : 'view-label'}>
      {(view.sharing === 'team' || view.sharing === 'chosen') && <TeamOutlined aria-hidden />}
      {view.name}
      {told && (
        <span className="num">
          {' '}
          {formatNumber(told.value)}
          {!told.exact && '+'}
        </span>
      )}
    </span>
  )
}

const LATE = 700

/** True a moment after the first rows have had their turn. */
function useLate(ready: boolean) {
  const [late, setLate] = useState(false)
  useEffect(() => {
    if (!ready) return undefined
    const timer = setTimeout(() => setLate(true), LATE)
    return () => clearTimeout(timer)
  }, [ready])
  return late
}

/** Saved views as tabs; the first five stand, the rest wait under "more". */
export function ViewTabs({ list, count }: { list: List; count?: Count | undefined }) {
  const { t } = useTexts()
  const late = useLate(!!count)
  const { filter, q } = list.state
  const whole = useCount(list.object, { filter, q: '' }, !!q).data
  const [naming, setNaming] = useState(false)
  const chosen = list.views.findIndex(({ id }) => id === list.view.id)
  const shown = list.views.filter((_, index) => index < SHOWN || index === chosen)
  const rest = list.views.filter((view) => !shown.includes(view))
  const items = shown.map((view) => ({
    key: view.id,
    label: (
      <Label
        object={list.object}
        view={view}
        count={q ? whole : count}
        chosen={view.id === list.view.id}
        late={late}
      />
    ),
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
      <TabRow label={t('list.views')} items={items} chosen={list.view.id} choose={list.show} />
      {more}
      <ViewMenu list={list} />
      <span className="grow" />
      {list.changed && <Changed list={list} saveAs={() => setNaming(true)} />}
      <Suspense>{naming && <SaveView list={list} close={() => setNaming(false)} />}</Suspense>
    </div>
  )
}
