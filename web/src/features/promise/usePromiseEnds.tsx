import {
  CheckOutlined,
  ClockCircleOutlined,
  HeartOutlined,
  RollbackOutlined,
  StopOutlined,
} from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { Row } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import type { More } from '@/platform/record/RecordPage'
import { useCan } from '@/platform/session'
import { showToast, toastProblem } from '@/platform/toast'
import type { Asked } from './EndDialog'
import { isBroken, isOpen, mayChange, owesApology, statusOf, useVerb } from './promises'

const EndDialog = lazy(() => import('./EndDialog'))

/** Which acts a promise can still come to, the most pressing first. */
function possible(row: Row, strikes: boolean): Asked[] {
  const acts: Asked[] = []
  if (owesApology(row)) acts.push('apologize')
  if (isOpen(row) || isBroken(row)) acts.push('keep')
  if (isOpen(row)) acts.push('postpone', 'release')
  if (strikes && statusOf(row) !== 'void') acts.push('strike')
  return acts
}

const icons = {
  keep: <CheckOutlined />,
  apologize: <HeartOutlined />,
  postpone: <ClockCircleOutlined />,
  release: <RollbackOutlined />,
  strike: <StopOutlined />,
}

/** What can become of a promise, for those who may change it. */
export function usePromiseEnds(row: Row): More {
  const { t } = useTexts()
  const can = useCan()
  const verb = useVerb()
  const [asking, ask] = useState<Asked | null>(null)
  if (!mayChange(row, can('promise.update'))) return { items: [], dialog: null }
  const acts = possible(row, can('promise.strike'))
  const first = acts.find((act) => act === 'apologize' || act === 'keep')
  const back = ['kept', 'released'].includes(statusOf(row))
  const reopen = () => void verb(row, 'reopen').catch(toastProblem)
  const act = async (body: object) => {
    if (!asking) return
    await verb(row, asking, body)
    ask(null)
    showToast({ kind: 'done', text: t(`promise.done.${asking}`) })
  }
  return {
    act: first ? (
      <Button type="primary" icon={icons[first]} onClick={() => ask(first)}>
        {t(`promise.acts.${first}`)}
      </Button>
    ) : null,
    items: [
      ...acts
        .filter((one) => one !== first)
        .map((one) => ({
          key: one,
          icon: icons[one],
          label: t(`promise.acts.${one}`),
          run: () => ask(one),
        })),
      ...(back
        ? [{ key: 'reopen', icon: <RollbackOutlined />, label: t('promise.reopen'), run: reopen }]
        : []),
    ],
    dialog: (
      <Suspense>{asking && <EndDialog row={row} verb={asking} act={act} close={() => ask(null)} />}</Suspense>
    ),
  }
}
