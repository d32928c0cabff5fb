import { Button } from 'antd'
import { useTexts } from '../i18n'
import { CopyButton } from '../ui'
import './factor.css'

const save = (name: string, text: string) => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

/** Shown this once: to be copied, or kept as a file. */
export function RecoveryCodes({ codes, kept }: { codes: string[]; kept: () => void }) {
  const { t } = useTexts()
  const text = codes.join('\n')
  return (
    <div className="factor">
      <h2 className="section">{t('factor.codes')}</h2>
      <p className="ink2">{t('factor.codesHint')}</p>
      <ul className="secret factor-codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="row factor-acts">
        <Button onClick={() => save(t('factor.file'), text)}>{t('factor.download')}</Button>
        <CopyButton text={text} />
        <Button type="primary" onClick={kept}>
          {t('factor.kept')}
        </Button>
      </div>
    </div>
  )
}
