import { Button } from 'antd'
import { useRef, useState, type PointerEvent } from 'react'
import { useTexts } from '@/platform/i18n'
import { Picture } from './Pictures'

const WIDTH = 600
const HEIGHT = 200

interface Props {
  label: string
  files: string[]
  take: (blob: Blob, name: string) => Promise<void>
  clear: () => void
}

/** A name written with the finger, kept as a small picture. */
export function Signature({ label, files, take, clear }: Props) {
  const { t } = useTexts()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [drawn, setDrawn] = useState(false)
  const point = (event: PointerEvent) => {
    const box = canvas.current!.getBoundingClientRect()
    return [
      ((event.clientX - box.left) / box.width) * WIDTH,
      ((event.clientY - box.top) / box.height) * HEIGHT,
    ] as const
  }
  const pen = () => {
    const context = canvas.current!.getContext('2d')!
    context.lineWidth = 3
    context.lineCap = 'round'
    context.strokeStyle = '#1b2430'
    return context
  }
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    const context = pen()
    context.beginPath()
    context.moveTo(...point(event))
  }
  const go = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const context = pen()
    context.lineTo(...point(event))
    context.stroke()
    setDrawn(true)
  }
  const wipe = () => {
    canvas.current?.getContext('2d')?.clearRect(0, 0, WIDTH, HEIGHT)
    setDrawn(false)
  }
  const keep = () =>
    canvas.current?.toBlob((blob) => {
      if (blob) void take(blob, 'signature.png').then(wipe)
    }, 'image/png')
  if (files.length) {
    return (
      <div className="visit-signed">
        <Picture file={files[0]!} alt={label} />
        <Button onClick={clear}>{t('visit.signAgain')}</Button>
      </div>
    )
  }
  return (
    <div className="visit-signature">
      <canvas
        ref={canvas}
        width={WIDTH}
        height={HEIGHT}
        role="img"
        aria-label={t('visit.signHere', { label })}
        onPointerDown={begin}
        onPointerMove={go}
      />
      <div className="row">
        <span className="note grow">{t('visit.signNote')}</span>
        <Button disabled={!drawn} onClick={wipe}>
          {t('visit.wipe')}
        </Button>
        <Button type="primary" ghost disabled={!drawn} onClick={keep}>
          {t('visit.signed')}
        </Button>
      </div>
    </div>
  )
}
