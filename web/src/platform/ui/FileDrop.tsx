import { DeleteOutlined, PaperClipOutlined, UploadOutlined } from '@ant-design/icons'
import { Button, type ButtonProps } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import { formatSize } from '../i18n'

interface DropProps {
  /** What the button does. */
  word: string
  /** The same for readers, where the word alone does not say what for. */
  label?: string
  take: (files: File[]) => void
  button?: ButtonProps
  /** No more are taken: without the button. */
  full?: boolean
  note?: string
  children: ReactNode
}

/** A list of files with a button that chooses more; they can be dropped anywhere on it too. */
export function FileDrop({ word, label = word, take, button, full = false, note, children }: DropProps) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  return (
    <div
      className={over ? 'files is-over' : 'files'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take([...event.dataTransfer.files])
      }}
    >
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={label}
        onChange={(event) => {
          take([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      {children}
      <div className="files-foot">
        {!full && (
          <Button
            icon={<UploadOutlined />}
            aria-label={label}
            {...button}
            onClick={() => input.current?.click()}
          >
            {word}
          </Button>
        )}
        {note && <span className="note">{note}</span>}
      </div>
    </div>
  )
}

interface LineProps {
  name: string
  size: number
  /** Where it is fetched; without it the name is only told. */
  href?: string
  /** What the button does with the file, as a word. */
  act: string
  remove: () => void
  /** Why it is not taken. */
  reason?: string | undefined
  children?: ReactNode
}

/** A file in a list: name, size, what else is known of it, and the way out. */
export function FileLine({ name, size, href, act, remove, reason, children }: LineProps) {
  return (
    <li className={reason ? 'file is-refused' : 'file'}>
      <PaperClipOutlined aria-hidden />
      {href ? (
        <a className="grow clip" href={href} download title={name}>
          {name}
        </a>
      ) : (
        <span className="grow clip" title={name}>
          {name}
        </span>
      )}
      <span className="note num">{formatSize(size)}</span>
      {children}
      <Button
        size="small"
        type="text"
        icon={<DeleteOutlined />}
        aria-label={`${act} ${name}`}
        title={act}
        onClick={remove}
      />
      {reason && (
        <span className="file-reason" role="alert">
          {reason}
        </span>
      )}
    </li>
  )
}
