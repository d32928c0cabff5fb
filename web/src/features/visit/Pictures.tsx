import { CameraOutlined, CloseOutlined } from '@ant-design/icons'
import { useEffect, useMemo } from 'react'
import { address } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { useKept } from '@/platform/outbox'
import { isLocal, localName } from './form'
import { shrink } from './shrink'

/** A file of the server, or one that the telephone still keeps. */
export function Picture({ file, alt }: { file: string; alt: string }) {
  const blob = useKept().find(({ key }) => localName(key) === file)?.blob
  const url = useMemo(() => (blob ? URL.createObjectURL(blob) : null), [blob])
  useEffect(() => () => (url ? URL.revokeObjectURL(url) : undefined), [url])
  const source = isLocal(file) ? url : address(`/files/${file}`)
  return source ? <img src={source} alt={alt} /> : <span className="visit-picture-gone" />
}

interface Props {
  label: string
  files: string[]
  take: (blob: Blob, name: string) => Promise<void>
  change: (files: string[]) => void
}

/** Photographs of one question, taken with the telephone's camera. */
export function Pictures({ label, files, take, change }: Props) {
  const { t } = useTexts()
  const chosen = async (list: FileList | null) => {
    for (const file of [...(list ?? [])]) {
      const name = file.name.replace(/\.\w+$/, '') || 'photo'
      await take(await shrink(file), `${name}.jpg`)
    }
  }
  return (
    <div className="visit-photos">
      {files.map((file, at) => (
        <span key={file} className="visit-picture">
          <Picture file={file} alt={`${label} ${at + 1}`} />
          <button
            type="button"
            className="visit-picture-drop"
            aria-label={t('visit.dropPhoto', { n: at + 1 })}
            onClick={() => change(files.filter((one) => one !== file))}
          >
            <CloseOutlined />
          </button>
        </span>
      ))}
      <label className="visit-camera">
        <CameraOutlined aria-hidden />
        {t(files.length ? 'visit.another' : 'visit.takePhoto')}
        <input
          type="file"
          accept="image/*"
          capture="environment"
          multiple
          aria-label={`${label} ${t('visit.takePhoto')}`}
          onChange={(event) => {
            void chosen(event.target.files)
            event.target.value = ''
          }}
        />
      </label>
    </div>
  )
}
