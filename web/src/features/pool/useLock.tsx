import { LockOutlined, UnlockOutlined } from '@ant-design/icons'
import { Form, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { FormDialog } from '@/platform/form/FormDialog'
import { useSending } from '@/platform/form/useSending'
import { http, type Row } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import type { More } from '@/platform/record/RecordPage'
import { apiPath, useRefresh } from '@/platform/records'
import { showToast } from '@/platform/toast'
import { useWords, type Pooled } from './pooled'

type Verb = 'lock' | 'unlock'

interface Props {
  object: Pooled
  verb: Verb
  row: Row
  label: string
  close: () => void
}

function LockDialog({ object, verb, row, label, close }: Props) {
  const { t } = useTexts()
  const words = useWords(object)
  const refresh = useRefresh()
  const sending = useSending<{ reason: string }>(async ({ reason }) => {
    await http.post<Row>(`${apiPath(object)}/${row.id}/${verb}`, { reason: reason.trim() })
    close()
    showToast({ kind: 'done', text: t(`pool.${verb}Done`, { label }), stays: 3000 })
    await refresh(object)
  })
  return (
    <FormDialog<{ reason: string }>
      title={t(`pool.${verb}Ask`, { label })}
      text={t(`pool.${verb}Text`, words)}
      yes={t(`pool.${verb}`)}
      no={t('common.cancel')}
      sending={sending}
      close={close}
    >
      <Form.Item
        name="reason"
        label={t('pool.lockReason')}
        rules={[{ required: true, whitespace: true, message: t('auth.required') }]}
      >
        <Input autoFocus maxLength={200} placeholder={t(`pool.${verb}Hint`)} />
      </Form.Item>
    </FormDialog>
  )
}

/** Keeping a record from returning, or no longer, out of the menu of its page. */
export function useLock(object: Pooled, row: Row, label: string): More {
  const { t } = useTexts()
  const [open, setOpen] = useState<Verb | null>(null)
  const entry = (verb: Verb, icon: ReactNode) => ({
    key: verb,
    icon,
    label: t(`pool.${verb}`),
    run: () => setOpen(verb),
  })
  const items = [
    ...(row.can?.includes('lock') ? [entry('lock', <LockOutlined />)] : []),
    ...(row.can?.includes('unlock') ? [entry('unlock', <UnlockOutlined />)] : []),
  ]
  return {
    items,
    dialog: open && (
      <LockDialog object={object} verb={open} row={row} label={label} close={() => setOpen(null)} />
    ),
  }
}
