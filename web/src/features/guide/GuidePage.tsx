import { useNavigate, useParams } from '@tanstack/react-router'
import { useMemo, type MouseEvent } from 'react'
import { useTexts } from '@/platform/i18n'
import { PageHead, SideLink, SidePages } from '@/platform/ui'
import { addressOf, pageOf, pages } from './pages'
import './guide.css'

/** The manual of the product, the one that lies beside its source. */
export default function GuidePage() {
  const { t } = useTexts()
  const navigate = useNavigate()
  const { page } = useParams({ strict: false }) as { page?: string }
  const current = pages.find(({ name }) => name === page) ?? pages[0]!
  const html = useMemo(() => pageOf(current.name) ?? '', [current.name])
  const follow = (event: MouseEvent) => {
    const address = (event.target as Element).closest('a')?.getAttribute('href')
    if (!address?.startsWith('/guide/') || event.metaKey || event.ctrlKey) return
    event.preventDefault()
    void navigate({ to: decodeURIComponent(address) })
  }
  const menu = (
    <ul>
      {pages.map(({ name, what }) => (
        <li key={name}>
          <SideLink to={addressOf(name)} current={name === current.name} title={what}>
            {name}
          </SideLink>
        </li>
      ))}
    </ul>
  )
  return (
    <SidePages label={t('shell.guide')} current={current.name} menu={menu}>
      <PageHead title={current.name} note={current.what} />
      {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the links inside take the keys themselves */}
      <div className="guide-text" lang="zh" onClick={follow} dangerouslySetInnerHTML={{ __html: html }} />
    </SidePages>
  )
}
