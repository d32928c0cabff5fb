import { Button } from 'antd'
import { useTexts } from '../i18n'
import { showToast } from '../toast'
import './factor.css'

const save = (name: string, text: string) => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

/** Shown this once; without a secure connection a browser copies nothing, so there is a file too. */
export function RecoveryCodes({ codes, kept }: { codes: string[]; kept: () => void }) {
  const { t } = useTexts()
  const text = codes.join('\n')
  const copy = () =>
    navigator.clipboard
      .writeText(text)
      .then(() => showToast({ kind: 'done', text: t('factor.copied'), stays: 2500 }))
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
        {'clipboard' in navigator && <Button onClick={() => void copy()}>{t('factor.copy')}</Button>}
        <Button type="primary" onClick={kept}>
          {t('factor.kept')}
        </Button>
      </div>
    </div>
  )
}
