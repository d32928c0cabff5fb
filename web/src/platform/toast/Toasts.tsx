import { CloseOutlined, SyncOutlined, WarningFilled } from '@ant-design/icons'
import { useEffect, useState } from 'react'
import { useTexts } from '../i18n'
import { dropToast, useToasts, type Toast } from './toast'
import './toast.css'

function Line({ toast }: { toast: Toast }) {
  const { t } = useTexts()
  const [left, setLeft] = useState(Math.round((toast.stays ?? 0) / 1000))
  const { id, stays } = toast
  useEffect(() => {
    if (!stays) return undefined
    const tick = setInterval(() => setLeft((seconds) => Math.max(0, seconds - 1)), 1000)
    const end = setTimeout(() => dropToast(id), stays)
    return () => {
      clearInterval(tick)
      clearTimeout(end)
    }
  }, [id, stays])
  const act = toast.act
  return (
    <li className="toast" role={toast.kind === 'failed' ? 'alert' : 'status'}>
      {toast.kind === 'busy' && <SyncOutlined spin aria-hidden />}
      {toast.kind === 'failed' && <WarningFilled className="toast-warn" aria-hidden />}
      <span className="grow">{toast.text}</span>
      {act && (
        <button
          type="button"
          className="toast-act"
          onClick={() => {
            dropToast(id)
            act.run()
          }}
        >
          {act.label}
          {stays ? ` ${t('common.seconds', { n: left })}` : ''}
        </button>
      )}
      <button type="button" className="plain" aria-label={t('common.close')} onClick={() => dropToast(id)}>
        <CloseOutlined />
      </button>
    </li>
  )
}

export function Toasts() {
  const toasts = useToasts()
  return (
    <ul className="toasts">
      {toasts.map((toast) => (
        <Line key={`${toast.id}${toast.kind}${toast.stays ?? ''}`} toast={toast} />
      ))}
    </ul>
  )
}
