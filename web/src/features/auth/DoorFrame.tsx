import type { ReactNode } from 'react'
import { useTexts } from '@/platform/i18n'
import { Logo } from '@/platform/ui'
import './auth.css'

const wave = (index: number) => {
  const y = 46 + index * 29
  const lift = 52 - index * 2.6
  const crests = Array.from({ length: 4 }, () => `q90,${-lift} 180,0 t180,0`)
  return `M${-120 - index * 36},${y}${crests.join('')}`
}

function Tide() {
  return (
    <svg className="door-tide" viewBox="0 0 880 420" preserveAspectRatio="none" aria-hidden focusable="false">
      {Array.from({ length: 13 }, (_, index) => (
        <path key={index} d={wave(index)} opacity={0.12 + index * 0.05} />
      ))}
    </svg>
  )
}

export function DoorFrame({ children }: { children: ReactNode }) {
  const { t } = useTexts()
  const points = t('auth.points', { returnObjects: true }) as string[]
  return (
    <div className="door">
      <main className="door-form">
        <div className="door-brand">
          <Logo size={32} />
          潮汐 CRM
        </div>
        {children}
      </main>
      <aside className="door-side">
        <p className="door-claim">
          {t('auth.claim')}
          <br />
          {t('auth.claim2')}
        </p>
        <ul>
          {points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
        <Tide />
      </aside>
    </div>
  )
}
