import { PaperClipOutlined } from '@ant-design/icons'
import { address, type HeldFile } from '../http'
import { formatSize, useTexts } from '../i18n'

/** Its name, which fetches it. */
export const FileLink = ({ file }: { file: HeldFile }) => (
  <a
    className="clip"
    href={address(`/files/${file.id}`)}
    download
    title={file.name}
    onClick={(event) => event.stopPropagation()}
  >
    {file.name}
  </a>
)

/** In lists the first file and how many there are; on a page all of them with their sizes. */
export function FilesValue({ files, all }: { files: HeldFile[]; all: boolean }) {
  const { t } = useTexts()
  if (all)
    return (
      <ul className="value-files">
        {files.map((file) => (
          <li key={file.id}>
            <PaperClipOutlined aria-hidden />
            <FileLink file={file} />
            <span className="note num">{formatSize(file.size)}</span>
          </li>
        ))}
      </ul>
    )
  return (
    <span className="value-file">
      <PaperClipOutlined aria-hidden />
      {files[0] && <FileLink file={files[0]} />}
      {files.length > 1 && <span className="note num">{t('field.filesCount', { n: files.length })}</span>}
    </span>
  )
}
