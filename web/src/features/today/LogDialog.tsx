import { Link } from '@tanstack/react-router'
import { Button, Modal } from 'antd'
import { Log } from '@/features/activity'
import { useTexts } from '@/platform/i18n'
import { pageOf } from '@/platform/records'
import { showToast } from '@/platform/toast'
import { nextToLog, type Item } from './day'

interface Props {
  item: Item
  items: Item[]
  /** Hears what was done, so that it leaves the list at once. */
  gone: (item: Item) => void
  go: (item: Item | null) => void
}

/** Notes what was done with one customer after the other, in the order of the day. */
export function LogDialog({ item, items, gone, go }: Props) {
  const { t } = useTexts()
  const next = nextToLog(items, item)
  const label = item.record.label ?? t('common.outOfSight')
  const saved = () => {
    gone(item)
    go(next)
    if (!next) showToast({ kind: 'done', text: t('day.logged'), stays: 3000 })
  }
  const loggable = items.filter(({ acts }) => acts.includes('log'))
  const at = loggable.findIndex(({ record }) => record.id === item.record.id) + 1
  return (
    <Modal open title={t('day.log')} footer={null} onCancel={() => go(null)} width={640}>
      <div className="day-log">
        <div className="row">
          <Link to={pageOf(item.record.object, item.record.id) ?? '/'} className="grow clip">
            <strong>{label}</strong>
          </Link>
          {at > 0 && <span className="note num">{t('day.place', { at, total: loggable.length })}</span>}
        </div>
        <p className="note">{item.why.text}</p>
        <Log
          key={item.record.id}
          end={{ object: item.record.object === 'lead' ? 'lead' : 'customer', id: item.record.id }}
          saved={saved}
          ready
        />
        {next && (
          <Button type="text" size="small" onClick={() => go(next)}>
            {t('day.skip')}
          </Button>
        )}
      </div>
    </Modal>
  )
}
