import { RollbackOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Form, Input } from 'antd'
import { useState } from 'react'
import { FormDialog } from '@/platform/form/FormDialog'
import { useSending } from '@/platform/form/useSending'
import { http, type Ref, type Row } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import type { More } from '@/platform/record/RecordPage'
import { asRef, useRefresh } from '@/platform/records'
import { useCan } from '@/platform/session'
import { showToast } from '@/platform/toast'

interface Props {
  row: Row
  label: string
  close: () => void
}

interface Typed {
  reason: string
}

function ReleaseDialog({ row, label, close }: Props) {
  const { t } = useTexts()
  const refresh = useRefresh()
  const navigate = useNavigate()
  const can = useCan()
  const sending = useSending<Typed>(async ({ reason }) => {
    const released = await http.post<Row>(`/customers/${row.id}/release`, { reason: reason.trim() })
    const pool = asRef((released.pool ?? null) as Ref | null)
    close()
    showToast({ kind: 'done', text: t('pool.released', { label }), stays: 3000 })
    if (can('customer.claim')) void navigate({ to: '/pool', search: { pool: pool?.id } as object })
    await refresh('customer')
  })
  return (
    <FormDialog<Typed>
      title={t('pool.releaseAsk', { label })}
      text={t('pool.releaseText')}
      yes={t('pool.release')}
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

/** Giving one's customer back into a pool, out of the menu of its page. */
export function useRelease(row: Row, label: string): More {
  const { t } = useTexts()
  const [open, setOpen] = useState(false)
  const items = row.can?.includes('release')
    ? [{ key: 'release', icon: <RollbackOutlined />, label: t('pool.release'), run: () => setOpen(true) }]
    : []
  return {
    items,
    dialog: open && <ReleaseDialog row={row} label={label} close={() => setOpen(false)} />,
  }
}
