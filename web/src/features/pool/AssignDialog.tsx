import { Modal } from 'antd'
import { useState } from 'react'
import type { Ref } from '@/platform/http'
import { formatNumber, useTexts } from '@/platform/i18n'
import { Heirs, type Way } from '@/platform/inputs'
import { useWords } from './pooled'

interface Props {
  object: string
  n: number
  run: (people: string[], way: Way) => void
  close: () => void
}

/** To whom the chosen records go: all to one, or shared among several. */
export function AssignDialog({ object, n, run, close }: Props) {
  const { t } = useTexts()
  const counted = { ...useWords(object), n: formatNumber(n) }
  const [chosen, setChosen] = useState<{ people: Ref[]; way: Way }>({ people: [], way: 'roundRobin' })
  const ids = chosen.people.map(({ id }) => id)
  return (
    <Modal
      open
      title={t('pool.assignAsk', counted)}
      okText={t('pool.assignMany', counted)}
      okButtonProps={{ disabled: !ids.length }}
      cancelText={t('common.cancel')}
      onCancel={close}
      onOk={() => run(ids, chosen.way)}
      width={420}
    >
      <Heirs {...chosen} change={(people, way) => setChosen({ people, way })} autoFocus />
    </Modal>
  )
}
