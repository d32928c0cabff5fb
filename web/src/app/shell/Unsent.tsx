import { CloudUploadOutlined } from '@ant-design/icons'
import { useEffect } from 'react'
import { useTexts } from '@/platform/i18n'
import { keepSending, outbox, useKept } from '@/platform/outbox'
import { useSession } from '@/platform/session'

/** How much waits on this device to be sent; it goes by itself as soon as the server answers. */
export function Unsent() {
  const { t } = useTexts()
  const person = useSession().person.id
  const kept = useKept()
  useEffect(() => {
    void outbox.open(person)
    return () => void outbox.open(null)
  }, [person])
  useEffect(keepSending, [])
  if (!kept.length) return null
  const refused = kept.some((item) => item.refused)
  return (
    <div className={refused ? 'unsent is-refused' : 'unsent'} role="status">
      <CloudUploadOutlined aria-hidden />{' '}
      {t(refused ? 'shell.unsentRefused' : 'shell.unsent', { n: kept.length })}
    </div>
  )
}
