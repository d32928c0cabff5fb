import { useParams } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useTexts } from '@/platform/i18n'
import { useCan } from '@/platform/session'
import { RowSkeleton, SideLink, SidePages } from '@/platform/ui'
import { sections } from './sections'
import './settings.css'

const groups = ['firm', 'own'] as const

/** Settings of the firm and of oneself, side by side with their menu. */
export default function SettingsPage() {
  const { t } = useTexts()
  const can = useCan()
  const { section } = useParams({ strict: false }) as { section?: string }
  const mine = sections.filter(({ permission }) => !permission || can(permission))
  const current = mine.find(({ key }) => key === section) ?? mine[0]!
  const menu = groups.map((group) => {
    const own = mine.filter((one) => one.group === group)
    if (!own.length) return null
    return (
      <section key={group}>
        <h2>{t(`settings.groups.${group}`)}</h2>
        <ul>
          {own.map(({ key }) => (
            <li key={key}>
              <SideLink to={`/settings/${key}`} current={key === current.key}>
                {t(`settings.sections.${key}`)}
              </SideLink>
            </li>
          ))}
        </ul>
      </section>
    )
  })
  return (
    <SidePages label={t('shell.settings')} current={current.key} menu={menu}>
      <Suspense fallback={<RowSkeleton />}>
        <current.Page />
      </Suspense>
    </SidePages>
  )
}
