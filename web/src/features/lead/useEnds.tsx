import { RollbackOutlined, StopOutlined, SwapOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { Ref, Row } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import type { More } from '@/platform/record/RecordPage'
import { asRef, pageOf, useRefresh } from '@/platform/records'
import { useCan } from '@/platform/session'
import { showToast, toastProblem } from '@/platform/toast'
import { isConverted, isInvalid, useVerb } from './leads'

const ConvertDialog = lazy(() => import('./ConvertDialog'))
const InvalidDialog = lazy(() => import('./InvalidDialog'))

/** What can become of a lead, for those who may change it. */
export function useEnds(row: Row): More {
  const { t } = useTexts()
  const can = useCan()
  const navigate = useNavigate()
  const verb = useVerb(row)
  const refresh = useRefresh()
  const [open, setOpen] = useState<'convert' | 'invalid' | null>(null)
  const may = row.can ? row.can.includes('update') : can('lead.update')
  if (!may || isConverted(row)) return { items: [], dialog: null }
  const reopen = () =>
    verb('reopen').then(
      () => showToast({ kind: 'done', text: t('lead.reopened'), stays: 3000 }),
      toastProblem,
    )
  const invalidate = async (body: object) => {
    await verb('invalidate', body)
    setOpen(null)
    showToast({
      kind: 'done',
      text: t('lead.invalidated'),
      stays: 3000,
    })
  }
  const convert = async (body: object) => {
    const became = await verb('convert', body)
    setOpen(null)
    await Promise.all([refresh('customer'), refresh('contact'), refresh('task'), refresh('promise')])
    const customer = asRef((became.customer ?? null) as Ref | null)
    const page = customer && pageOf('customer', customer.id)
    showToast({
      kind: 'done',
      text: t('lead.converted', { name: customer?.label ?? String(row.name) }),
      ...(page && { act: { label: t('lead.toCustomer'), run: () => void navigate({ to: page }) } }),
    })
  }
  const invalid = isInvalid(row)
  return {
    act: invalid ? (
      <Button icon={<RollbackOutlined />} onClick={() => void reopen()}>
        {t('lead.reopen')}
      </Button>
    ) : (
      <Button type="primary" icon={<SwapOutlined />} onClick={() => setOpen('convert')}>
        {t('lead.convert')}
      </Button>
    ),
    items: invalid
      ? []
      : [
          {
            key: 'invalid',
            icon: <StopOutlined />,
            label: t('lead.invalidate'),
            run: () => setOpen('invalid'),
          },
        ],
    dialog: (
      <Suspense>
        {open === 'convert' && <ConvertDialog row={row} convert={convert} close={() => setOpen(null)} />}
        {open === 'invalid' && (
          <InvalidDialog row={row} invalidate={invalidate} close={() => setOpen(null)} />
        )}
      </Suspense>
    ),
  }
}
