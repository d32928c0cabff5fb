import { Link, useParams } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useTexts } from '@/platform/i18n'
import { useCan } from '@/platform/session'
import { RowSkeleton, useInSight } from '@/platform/ui'
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
  const menu = useInSight<HTMLElement>(current.key)
  return (
    <div className="settings">
      <nav className="settings-nav" ref={menu} aria-label={t('shell.settings')}>
        {groups.map((group) => {
          const own = mine.filter((one) => one.group === group)
          if (!own.length) return null
          return (
            <section key={group}>
              <h2>{t(`settings.groups.${group}`)}</h2>
              <ul>
                {own.map(({ key }) => (
                  <li key={key}>
                    <Link
                      to={`/settings/${key}`}
                      className={key === current.key ? 'settings-link is-current' : 'settings-link'}
                      aria-current={key === current.key ? 'page' : undefined}
                    >
                      {t(`settings.sections.${key}`)}
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          )
        })}
      </nav>
      <div className="settings-body">
        <Suspense fallback={<RowSkeleton />}>
          <current.Page />
        </Suspense>
      </div>
    </div>
  )
}
