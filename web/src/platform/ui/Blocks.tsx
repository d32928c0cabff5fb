import { ExclamationCircleFilled, ReloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTexts } from '../i18n'
import { sayProblem } from '../toast'

interface EmptyProps {
  icon?: ReactNode
  title: ReactNode
  hint?: ReactNode
  children?: ReactNode
}

/** What is so, what to do, and the act itself. */
export function Empty({ icon, title, hint, children }: EmptyProps) {
  return (
    <div className="empty">
      {icon && (
        <span className="empty-icon" aria-hidden>
          {icon}
        </span>
      )}
      <strong>{title}</strong>
      {hint && <span>{hint}</span>}
      {children && <div className="row">{children}</div>}
    </div>
  )
}

/** Stands in the place of the one block that could not be read; the rest of the page goes on. */
export function Trouble({ title, error, again }: { title: string; error: unknown; again?: () => void }) {
  const { t } = useTexts()
  return (
    <div className="trouble" role="alert">
      <ExclamationCircleFilled aria-hidden />
      <div className="grow">
        <div>{title}</div>
        <div className="why">{sayProblem(error)}</div>
      </div>
      {again && (
        <Button size="small" icon={<ReloadOutlined />} onClick={again}>
          {t('common.readAgain')}
        </Button>
      )}
    </div>
  )
}

const widths = [38, 30, 34, 26, 36, 28]

/** True shapes and heights; appears only after 200 ms. */
export function RowSkeleton({ rows = 8 }: { rows?: number }) {
  return (
    <div className="skeleton" aria-hidden>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index}>
          <i style={{ width: 16 }} />
          <i style={{ width: `${widths[index % widths.length]}%` }} />
          <i style={{ width: '10%' }} />
          <i style={{ width: '14%', marginLeft: 'auto' }} />
        </div>
      ))}
    </div>
  )
}

interface HeadProps {
  title: ReactNode
  note?: ReactNode
  children?: ReactNode
}

export function PageHead({ title, note, children }: HeadProps) {
  return (
    <div className="page-head">
      <h1>{title}</h1>
      {note && <span className="page-note">{note}</span>}
      {children && <div className="page-acts">{children}</div>}
    </div>
  )
}

export function Meter({ share, tone }: { share: number; tone?: 'ok' | 'warn' }) {
  return (
    <div className={`meter ${tone ? `is-${tone}` : ''}`} aria-hidden>
      <i style={{ width: `${Math.min(100, Math.max(0, share * 100))}%` }} />
    </div>
  )
}
