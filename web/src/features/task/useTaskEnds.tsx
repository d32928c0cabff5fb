import { CheckOutlined, RollbackOutlined, StopOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { Row } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import type { More } from '@/platform/record/RecordPage'
import { useCan } from '@/platform/session'
import { showToast } from '@/platform/toast'
import type { Cancelling } from './CancelDialog'
import { isOpen, mayChange, useVerb } from './tasks'
import { useComing, useFinish } from './useFinish'

const CancelDialog = lazy(() => import('./CancelDialog'))
const DoneDialog = lazy(() => import('./DoneDialog'))

/** What can become of a task, for those who may change it. */
export function useTaskEnds(row: Row): More {
  const { t } = useTexts()
  const can = useCan()
  const verb = useVerb()
  const coming = useComing()
  const { reopen } = useFinish()
  const [asking, setAsking] = useState<'done' | 'cancel' | null>(null)
  if (!mayChange(row, can('task.update'))) return { items: [], dialog: null }
  const open = isOpen(row)
  const end = (way: 'done' | 'cancel', said: string) => async (body: object) => {
    const { next } = await verb(row, way, body)
    setAsking(null)
    showToast({ kind: 'done', text: [said, coming(next)].filter(Boolean).join(' ') })
  }
  const cancel = end('cancel', t('task.cancelled')) as (body: Cancelling) => Promise<void>
  const done = end('done', t('task.finished', { what: String(row.subject ?? '') }))
  return {
    act: open ? (
      <Button type="primary" icon={<CheckOutlined />} onClick={() => setAsking('done')}>
        {t('task.finish')}
      </Button>
    ) : (
      <Button icon={<RollbackOutlined />} onClick={() => reopen(row)}>
        {t('task.reopen')}
      </Button>
    ),
    items: open
      ? [{ key: 'cancel', icon: <StopOutlined />, label: t('task.cancel'), run: () => setAsking('cancel') }]
      : [],
    dialog: (
      <Suspense>
        {asking === 'done' && <DoneDialog row={row} done={done} close={() => setAsking(null)} />}
        {asking === 'cancel' && <CancelDialog row={row} cancel={cancel} close={() => setAsking(null)} />}
      </Suspense>
    ),
  }
}
