import { Modal } from 'antd'
import { useState } from 'react'
import type { Ref } from '@/platform/http'
import { formatNumber, useTexts } from '@/platform/i18n'
import { Heirs, type Way } from '@/platform/inputs'

interface Props {
  n: number
  run: (people: string[], way: Way) => void
  close: () => void
}

/** To whom the chosen customers go: all to one, or shared among several. */
export function AssignDialog({ n, run, close }: Props) {
  const { t } = useTexts()
  const [chosen, setChosen] = useState<{ people: Ref[]; way: Way }>({ people: [], way: 'roundRobin' })
  const ids = chosen.people.map(({ id }) => id)
  return (
    <Modal
      open
      title={t('pool.assignAsk', { n: formatNumber(n) })}
      okText={t('pool.assignMany', { n: formatNumber(n) })}
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
