import { useNavigate } from '@tanstack/react-router'
import { Dropdown, type MenuProps } from 'antd'
import { useTexts } from '@/platform/i18n'
import { usePreferences, useSession, useSignOut } from '@/platform/session'
import type { Density, Theme } from '@/platform/http'
import { toastProblem } from '@/platform/toast'
import { Avatar } from '@/platform/ui'

const themes: Theme[] = ['light', 'dark', 'system']
const densities: Density[] = ['loose', 'normal', 'tight']

function useItems(): MenuProps['items'] {
  const { t } = useTexts()
  const { person, firm } = useSession()
  return [
    { key: 'who', type: 'group', label: `${person.name} · ${firm.name}` },
    { key: '/settings/preferences', label: t('shell.preferences') },
    { key: '/settings/sessions', label: t('shell.sessions') },
    { key: '/jobs', label: t('shell.jobs') },
    { type: 'divider' },
    {
      key: 'theme',
      label: t('shell.theme'),
      children: themes.map((theme) => ({ key: `theme:${theme}`, label: t(`shell.themes.${theme}`) })),
    },
    {
      key: 'density',
      label: t('shell.density'),
      children: densities.map((density) => ({
        key: `density:${density}`,
        label: t(`shell.densities.${density}`),
      })),
    },
    {
      key: 'language',
      label: t('shell.language'),
      children: [
        { key: 'locale:zh', label: '中文' },
        { key: 'locale:en', label: 'English' },
      ],
    },
    { type: 'divider' },
    { key: '/guide', label: t('shell.guide') },
    { key: 'signOut', label: t('shell.signOut') },
  ]
}

export function AccountMenu() {
  const { t } = useTexts()
  const { person } = useSession()
  const prefer = usePreferences()
  const signOut = useSignOut()
  const navigate = useNavigate()
  const items = useItems()
  const choose = (key: string) => {
    if (key.startsWith('/')) return void navigate({ to: key })
    if (key === 'signOut') return void signOut()
    const [name, value] = key.split(':')
    return void prefer({ [name!]: value }).catch(toastProblem)
  }
  const selectedKeys = [`theme:${person.theme}`, `density:${person.density}`, `locale:${person.locale}`]
  return (
    <Dropdown menu={{ items, selectedKeys, onClick: ({ key }) => choose(key) }} trigger={['click']}>
      <button type="button" className="plain" aria-label={t('shell.account', { name: person.name })}>
        <Avatar name={person.name} size={28} />
      </button>
    </Dropdown>
  )
}
