import { RollbackOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Form, Input } from 'antd'
import { useState } from 'react'
import { FormDialog } from '@/platform/form/FormDialog'
import { useSending } from '@/platform/form/useSending'
import { http, type Ref, type Row } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import type { More } from '@/platform/record/RecordPage'
import { apiPath, asRef, useRefresh } from '@/platform/records'
import { useCan } from '@/platform/session'
import { showToast } from '@/platform/toast'
import { useWords, type Pooled } from './pooled'

interface Props {
  object: Pooled
  row: Row
  label: string
  close: () => void
}

interface Typed {
  reason: string
}

function ReleaseDialog({ object, row, label, close }: Props) {
  const { t } = useTexts()
  const words = useWords(object)
  const refresh = useRefresh()
  const navigate = useNavigate()
  const can = useCan()
  const sending = useSending<Typed>(async ({ reason }) => {
    const released = await http.post<Row>(`${apiPath(object)}/${row.id}/release`, { reason: reason.trim() })
    const pool = asRef((released.pool ?? null) as Ref | null)
    close()
    showToast({ kind: 'done', text: t('pool.released', { ...words, label }), stays: 3000 })
    if (can(`${object}.claim`))
      void navigate({ to: '/pool', search: { of: object, pool: pool?.id } as object })
    await refresh(object)
  })
  return (
    <FormDialog<Typed>
      title={t('pool.releaseAsk', { ...words, label })}
      text={t('pool.releaseText', words)}
      yes={t('pool.release', words)}
      no={t('pool.keep')}
      sending={sending}
      close={close}
    >
      <Form.Item
        name="reason"
        label={t('pool.reason')}
        extra={t('pool.reasonNote')}
        rules={[{ required: true, whitespace: true, message: t('auth.required') }]}
      >
        <Input autoFocus maxLength={200} placeholder={t('pool.reasonHint')} />
      </Form.Item>
    </FormDialog>
  )
}

/** Giving what is one's own back into a pool, out of the menu of its page. */
export function useRelease(object: Pooled, row: Row, label: string): More {
  const { t } = useTexts()
  const words = useWords(object)
  const [open, setOpen] = useState(false)
  const items = row.can?.includes('release')
    ? [
        {
          key: 'release',
          icon: <RollbackOutlined />,
          label: t('pool.release', words),
          run: () => setOpen(true),
        },
      ]
    : []
  return {
    items,
    dialog: open && <ReleaseDialog object={object} row={row} label={label} close={() => setOpen(false)} />,
  }
}
