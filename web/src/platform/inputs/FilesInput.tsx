import { address } from '../http'
import { useTexts } from '../i18n'
import { asFiles, pathOf } from '../records'
import { FileDrop, FileLine, Meter } from '../ui'
import type { InputProps } from './FieldInput'
import { MOST_FILES } from './uploads'
import { useUploads, type Coming } from './useUploads'

function ComingLine({ one, drop }: { one: Coming; drop: () => void }) {
  const { t } = useTexts()
  const { file, share, reason } = one
  return (
    <FileLine name={file.name} size={file.size} act={t('common.remove')} remove={drop} reason={reason}>
      {!reason && (
        <span
          className="file-share"
          role="progressbar"
          aria-label={file.name}
          aria-valuenow={Math.round(share * 100)}
        >
          <Meter share={share} />
        </span>
      )}
    </FileLine>
  )
}

/** The files of a field: chosen or dropped they are sent at once, and belong to the record when it is saved. */
export function FilesInput({ object = '', field, value, onChange, id, label, autoFocus }: InputProps) {
  const { t, of } = useTexts()
  const held = asFiles(value)
  const change = (next: typeof held) => onChange(next.length ? next : null)
  const { coming, take, drop } = useUploads(object, pathOf(field), held, change)
  const name = label ?? of(field.label)
  return (
    <FileDrop
      word={t('field.addFiles')}
      label={`${t('field.addFiles')} ${name}`}
      take={take}
      button={{ ...(id && { id }), autoFocus: autoFocus ?? false }}
      full={held.length >= MOST_FILES}
      note={t('field.filesHint', { n: MOST_FILES })}
    >
      <ul>
        {held.map((file) => (
          <FileLine
            key={file.id}
            name={file.name}
            size={file.size}
            href={address(`/files/${file.id}`)}
            act={t('common.remove')}
            remove={() => change(held.filter((other) => other.id !== file.id))}
          />
        ))}
        {coming.map((one) => (
          <ComingLine key={one.key} one={one} drop={() => drop(one)} />
        ))}
      </ul>
    </FileDrop>
  )
}
