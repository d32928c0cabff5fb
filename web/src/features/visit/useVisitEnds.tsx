import { EnvironmentOutlined, StopOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { FormDialog } from '@/platform/form/FormDialog'
import { useSending } from '@/platform/form/useSending'
import { http, type Row } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import type { More } from '@/platform/record/RecordPage'
import { keys, useRefresh } from '@/platform/records'
import { useCan, useSession } from '@/platform/session'
import { showToast } from '@/platform/toast'
import { mayChange, ownerOf, statusOf } from './visits'

interface Cancelling {
  reason: string
}

function CancelDialog({ row, close }: { row: Row; close: () => void }) {
  const { t } = useTexts()
  const client = useQueryClient()
  const refresh = useRefresh()
  const sending = useSending<Cancelling>(async (body) => {
    const became = await http.post<Row>(`/visits/${row.id}/cancel`, body, { version: row.version })
    client.setQueryData(keys.record('visit', row.id), became)
    await refresh('visit', row.id)
    close()
    showToast({ kind: 'done', text: t('visit.cancelled') })
  }, 'reason')
  return (
    <FormDialog
      title={t('visit.cancelWhat', { what: String(row.goal ?? '') })}
      yes={t('visit.cancel')}
      no={t('common.keep')}
      sending={sending}
      close={close}
    >
      <Form.Item
        name="reason"
        label={t('visit.reason')}
        rules={[{ required: true, message: t('auth.required') }]}
      >
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </FormDialog>
  )
}

/** What can become of a visit; on the spot only by whoever goes there. */
export function useVisitEnds(row: Row): More {
  const { t } = useTexts()
  const can = useCan()
  const navigate = useNavigate()
  const { person } = useSession()
  const [cancelling, setCancelling] = useState(false)
  const status = statusOf(row)
  const open = status === 'planned' || status === 'underWay'
  if (!mayChange(row, can('visit.update'))) return { items: [], dialog: null }
  const his = ownerOf(row)?.id === person.id
  return {
    act: his && open && (
      <Button
        type="primary"
        icon={<EnvironmentOutlined />}
        onClick={() => void navigate({ to: `/visits/${row.id}/there` })}
      >
        {t(status === 'planned' ? 'visit.goThere' : 'visit.goOn')}
      </Button>
    ),
    items: open
      ? [
          {
            key: 'cancel',
            icon: <StopOutlined />,
            label: t('visit.cancel'),
            run: () => setCancelling(true),
          },
        ]
      : [],
    dialog: cancelling ? <CancelDialog row={row} close={() => setCancelling(false)} /> : null,
  }
}
