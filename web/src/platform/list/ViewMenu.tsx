import { DownOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTexts } from '../i18n'
import { useCan } from '../session'
import { toastProblem } from '../toast'
import type { List } from './useList'
import { isBuiltIn, useMine, useViewActs } from './useViews'

const SaveView = lazy(() => import('./SaveView'))
const ViewRoles = lazy(() => import('./ViewRoles'))

/** What one may do with the chosen view; with the two that every list has, only take back one's own default. */
function useItems({ view, views }: List) {
  const { t } = useTexts()
  const can = useCan()
  const mine = useMine(view)
  const own = !isBuiltIn(view)
  const shared = view.sharing === 'public' && can('view.publish')
  const standing = views.find(({ isDefault }) => isDefault)
  const give = own && shared && (can('roles.manage') || can('people.manage'))
  return [
    own && !view.isDefault && { key: 'default', label: t('list.makeDefault') },
    standing &&
      (standing === view || !own) && {
        key: 'forget',
        label: t('list.forgetDefault', { name: standing.name }),
      },
    own && (mine || shared) && { key: 'change', label: t('list.changeView') },
    give && { key: 'roles', label: t('list.forRoles') },
    own && mine && { key: 'remove', label: t('list.removeView'), danger: true },
  ].filter((item) => !!item)
}

export function ViewMenu({ list }: { list: List }) {
  const { t } = useTexts()
  const { view, views, object } = list
  const [open, setOpen] = useState<'change' | 'roles' | null>(null)
  const { remove, makeDefault, forgetDefault } = useViewActs(object)
  const items = useItems(list)
  const acts: Record<string, () => unknown> = {
    default: () => makeDefault(view).catch(toastProblem),
    forget: () => forgetDefault(views.find(({ isDefault }) => isDefault)!).catch(toastProblem),
    remove: () => remove(view).then(() => list.show('all'), toastProblem),
    change: () => setOpen('change'),
    roles: () => setOpen('roles'),
  }
  const close = () => setOpen(null)
  if (!items.length) return null
  return (
    <>
      <Dropdown menu={{ items, onClick: ({ key }) => void acts[key]!() }} trigger={['click']}>
        <Button size="small" type="text" icon={<DownOutlined />} aria-label={t('list.viewMenu')} />
      </Dropdown>
      <Suspense>
        {open === 'change' && <SaveView list={list} standing={view} close={close} />}
        {open === 'roles' && <ViewRoles list={list} close={close} />}
      </Suspense>
    </>
  )
}
