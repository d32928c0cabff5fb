import { Outlet, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useServerEvents } from '@/platform/events/useServerEvents'
import { create, useCreating } from '@/platform/form/creating'
import { useTexts } from '@/platform/i18n'
import { look, useLooking, useOpenJobs } from '@/platform/jobs'
import { useShortcuts, type Shortcuts } from '@/platform/keyboard'
import { RowSkeleton } from '@/platform/ui'
import { usePhone } from '@/platform/theme/theme'
import { Connection } from './Connection'
import { Header } from './Header'
import { Nav } from './Nav'
import { PaletteDoor } from './PaletteDoor'
import { Unsent } from './Unsent'
import { BottomBar, TopBar } from './PhoneBars'
import { useCreatable, useMenu } from './menu'
import './shell.css'

const Help = lazy(() => import('./Help'))
const JobRows = lazy(() => import('@/platform/jobs/JobRows'))
const CreateDrawer = lazy(() => import('@/platform/form/CreateDrawer'))

export type Overlay = 'palette' | 'help' | null

function useShellKeys(show: (overlay: Overlay) => void) {
  const navigate = useNavigate()
  const menu = useMenu()
  const creatable = useCreatable()
  const keys: Shortcuts = {
    'mod+k': () => show('palette'),
    '/': () => show('palette'),
    '?': () => show('help'),
    n: () => creatable[0] && create({ object: creatable[0].object }),
  }
  for (const entry of menu) keys[`g ${entry.letter}`] = () => void navigate({ to: entry.path })
  useShortcuts(keys)
}

function Overlays({ overlay, close }: { overlay: Overlay; close: () => void }) {
  const creating = useCreating()
  const looking = useLooking()
  return (
    <Suspense>
      {overlay === 'palette' && <PaletteDoor close={close} />}
      {overlay === 'help' && <Help close={close} />}
      {looking && <JobRows job={looking} close={() => look(null)} />}
      {creating && <CreateDrawer key={creating.object} creating={creating} />}
    </Suspense>
  )
}

export function Shell() {
  const { t } = useTexts()
  const phone = usePhone()
  const [overlay, show] = useState<Overlay>(null)
  useServerEvents()
  useOpenJobs()
  useShellKeys(show)
  return (
    <div className={phone ? 'shell is-phone' : 'shell'}>
      <a className="shell-skip" href="#content">
        {t('shell.skip')}
      </a>
      <Connection />
      <Unsent />
      {phone ? <TopBar show={show} /> : <Nav />}
      {!phone && <Header show={show} />}
      <main id="content" className="shell-main" tabIndex={-1}>
        <Suspense fallback={<RowSkeleton />}>
          <Outlet />
        </Suspense>
      </main>
      {phone && <BottomBar />}
      <Overlays overlay={overlay} close={() => show(null)} />
    </div>
  )
}
