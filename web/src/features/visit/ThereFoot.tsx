import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useTexts } from '@/platform/i18n'
import type { There } from './useThere'
import { useTick, whereNow } from './where'

interface FootProps {
  there: There
  left: number
  first: { id: string; at: number } | undefined
  point: () => void
}

/** Begin, keep, end: the next of them is the main button, and says what is missing before it. */
export function ThereFoot({ there, left, first, point }: FootProps) {
  const { t } = useTexts()
  const [on, tick] = useTick()
  const [asking, setAsking] = useState(false)
  const status = there.standing!.status
  if (status === 'done' || status === 'cancelled') return null
  const busy = there.busy || asking
  /** The place is asked for with the tick only, and nothing waits for it longer than some seconds. */
  const withPlace = async (act: typeof there.checkIn) => {
    setAsking(true)
    const place = on ? await whereNow() : null
    setAsking(false)
    await act(place)
  }
  const begun = status === 'underWay'
  return (
    <footer className="visit-foot">
      <Checkbox checked={on} onChange={(event) => tick(event.target.checked)}>
        {t('visit.tick')}
      </Checkbox>
      <div className="row">
        {begun && (
          <Button size="large" disabled={busy} onClick={() => void there.save()}>
            {t('visit.save')}
          </Button>
        )}
        {!begun && (
          <Button
            size="large"
            type="primary"
            block
            loading={busy}
            onClick={() => void withPlace(there.checkIn)}
          >
            {t('visit.checkIn')}
          </Button>
        )}
        {begun && left > 0 && (
          <Button size="large" type="primary" block onClick={point}>
            {t('visit.missingItems', { n: left, at: first?.at ?? 1 })}
          </Button>
        )}
        {begun && left === 0 && (
          <Button
            size="large"
            type="primary"
            block
            loading={busy}
            onClick={() => void withPlace(there.checkOut)}
          >
            {t('visit.checkOut')}
          </Button>
        )}
      </div>
    </footer>
  )
}
