import { CopyOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTexts } from '../i18n'
import { showToast, toastProblem } from '../toast'

/** Also over an unsafe line, where browsers keep their clipboard to themselves. */
export async function ontoClipboard(text: string) {
  if ('clipboard' in navigator) return navigator.clipboard.writeText(text)
  const held = document.createElement('textarea')
  held.value = text
  document.body.append(held)
  held.select()
  document.execCommand('copy')
  held.remove()
}

/** For what is shown only once and must not be typed off. */
export function CopyButton({ text }: { text: string }) {
  const { t } = useTexts()
  const said = () => showToast({ kind: 'done', text: t('common.copied'), stays: 2500 })
  return (
    <Button icon={<CopyOutlined />} onClick={() => void ontoClipboard(text).then(said, toastProblem)}>
      {t('common.copy')}
    </Button>
  )
}
