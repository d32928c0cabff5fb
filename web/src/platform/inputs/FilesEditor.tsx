import { Button } from 'antd'
import { useState } from 'react'
import type { Field, Value } from '../http'
import { useTexts } from '../i18n'
import { FieldInput } from './FieldInput'
import { useUploading } from './uploads'

interface Props {
  object: string
  field: Field
  value: Value
  label: string
  /** Called once: with the new value, or with undefined when nothing is to be written. */
  done: (value: Value | undefined) => void
}

/** Changes the files of a field where they stand. It has buttons of its own, for choosing a file leaves the field. */
export function FilesEditor({ object, field, value, label, done }: Props) {
  const { t } = useTexts()
  const [draft, setDraft] = useState(value)
  const busy = useUploading()
  return (
    // The wrapper only overhears what bubbles up from the buttons inside it.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="files-editor" onKeyDown={(event) => event.key === 'Escape' && done(undefined)}>
      <FieldInput object={object} field={field} value={draft} onChange={setDraft} label={label} autoFocus />
      <div className="row">
        <Button size="small" type="primary" loading={busy} onClick={() => done(draft)}>
          {t('common.save')}
        </Button>
        <Button size="small" onClick={() => done(undefined)}>
          {t('common.cancel')}
        </Button>
      </div>
    </div>
  )
}
