import { CloudSyncOutlined, DisconnectOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { http } from '@/platform/http'
import { isLost, onConnection, unanswered } from '@/platform/http/connection'
import { useTexts } from '@/platform/i18n'

const KNOCK = 5_000
const SAID = 4_000

/** A quiet bar while the server does not answer, and a word when it does again; then everything is read anew. */
export function Connection() {
  const { t } = useTexts()
  const client = useQueryClient()
  const lost = useSyncExternalStore(onConnection, isLost)
  const [back, setBack] = useState(false)
  useEffect(() => {
    window.addEventListener('offline', unanswered)
    return () => window.removeEventListener('offline', unanswered)
  }, [])
  useEffect(() => {
    if (!lost) return undefined
    const knock = () => void http.get('/session').catch(() => undefined)
    const timer = setInterval(knock, KNOCK)
    window.addEventListener('online', knock)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', knock)
      setBack(true)
      void client.invalidateQueries()
    }
  }, [lost, client])
  useEffect(() => {
    if (!back) return undefined
    const timer = setTimeout(() => setBack(false), SAID)
    return () => clearTimeout(timer)
  }, [back])
  if (!lost && !back) return null
  return (
    <div className={lost ? 'connection is-lost' : 'connection'} role="status">
      {lost ? <DisconnectOutlined aria-hidden /> : <CloudSyncOutlined aria-hidden />}{' '}
      {t(lost ? 'shell.offline' : 'shell.online')}
    </div>
  )
}
