import { CheckCircleFilled, CheckOutlined, MinusCircleOutlined } from '@ant-design/icons'
import type { Row } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { useCan } from '@/platform/session'
import { isOpen, mayChange, statusOf } from './tasks'
import { useFinish } from './useFinish'
import './task.css'

/** The round box before a task: one click and it is done. */
export function Tick({ row }: { row: Row }) {
  const { t } = useTexts()
  const can = useCan()
  const { finish, busy } = useFinish()
  const what = String(row.subject ?? '')
  if (!isOpen(row)) {
    const done = statusOf(row) === 'done'
    return (
      <span
        className={done ? 'tick is-done' : 'tick'}
        role="img"
        aria-label={t(done ? 'task.isDone' : 'task.isCancelled')}
      >
        {done ? <CheckCircleFilled /> : <MinusCircleOutlined />}
      </span>
    )
  }
  return (
    <button
      type="button"
      className="tick is-open"
      disabled={busy || !mayChange(row, can('task.update'))}
      aria-label={t('task.finishWhat', { what })}
      title={t('task.finish')}
      onClick={() => finish(row)}
    >
      <CheckOutlined />
    </button>
  )
}
