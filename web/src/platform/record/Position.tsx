import { DownOutlined, LeftOutlined, UpOutlined } from '@ant-design/icons'
import { Link, useNavigate } from '@tanstack/react-router'
import { formatNumber, useTexts } from '../i18n'
import { useShortcuts } from '../keyboard'
import { pageOf, trailOf } from '../records'

interface Props {
  object: string
  id: string
  label: string
  /** The list, when the record was not opened from one. */
  home: string
}

/** Back to the list as it was, the place in it, and its neighbours; J and K walk. */
export function Position({ object, id, label, home }: Props) {
  const { t } = useTexts()
  const navigate = useNavigate()
  const trail = trailOf(object, id)
  const [path, query] = (trail?.home ?? home).split('?')
  const go = (to: string | undefined) => to && void navigate({ to: pageOf(object, to)! })
  useShortcuts({ j: () => go(trail?.after), k: () => go(trail?.before) }, !!trail)
  return (
    <div className="crumb">
      <LeftOutlined aria-hidden />{' '}
      <Link to={path!} search={Object.fromEntries(new URLSearchParams(query)) as object}>
        {label}
      </Link>
      {trail && (
        <>
          <span className="num ink3">
            {t('record.position', { at: formatNumber(trail.at + 1), total: formatNumber(trail.total) })}
          </span>
          <button
            type="button"
            className="icon-button"
            aria-label={t('list.previous')}
            disabled={!trail.before}
            onClick={() => go(trail.before)}
          >
            <UpOutlined />
          </button>
          <button
            type="button"
            className="icon-button"
            aria-label={t('list.next')}
            disabled={!trail.after}
            onClick={() => go(trail.after)}
          >
            <DownOutlined />
          </button>
        </>
      )}
    </div>
  )
}
