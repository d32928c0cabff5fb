import { useEffect, useState, type ComponentType } from 'react'
import { useTexts } from '@/platform/i18n'

interface Props {
  close: () => void
}

type Palette = ComponentType<Props & { typed: string }>

let loaded: Palette | null = null

const load = () =>
  import('./Palette').then((module) => {
    loaded = module.default
    return loaded
  })

/**
 * The palette. Until its code is there, a field that looks the same takes what is typed and hands it over; not in the
 * middle of a composition, which would be lost.
 */
export function PaletteDoor({ close }: Props) {
  const { t } = useTexts()
  const [Palette, setPalette] = useState<Palette | null>(() => loaded)
  const [typed, setTyped] = useState('')
  const [composes, setComposes] = useState(false)
  useEffect(() => {
    if (loaded) return
    load().then(
      (palette) => setPalette(() => palette),
      (error: unknown) =>
        setPalette(() => {
          throw error
        }),
    )
  }, [])
  if (Palette && !composes) return <Palette close={close} typed={typed} />
  return (
    <>
      <div className="palette-veil" aria-hidden onClick={close} />
      <div className="palette" role="dialog" aria-modal aria-label={t('shell.palette')}>
        <input
          cmdk-input=""
          autoFocus
          aria-label={t('shell.palette')}
          placeholder={t('shell.palette')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onCompositionStart={() => setComposes(true)}
          onCompositionEnd={() => setComposes(false)}
          onKeyDown={(event) => event.key === 'Escape' && !composes && close()}
        />
      </div>
    </>
  )
}
