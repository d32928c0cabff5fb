import { useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { http } from '../http'
import { useTexts } from '../i18n'
import { composing } from '../keyboard'
import { apiPath } from '../records'
import { usePhone } from '../theme/theme'
import { toastProblem } from '../toast'

/** One line about what was said; kept on this device until it is saved. */
export function CommentBox({ object, id }: { object: string; id: string }) {
  const { t } = useTexts()
  const phone = usePhone()
  const client = useQueryClient()
  const kept = `chaoxi.comment.${id}`
  const [text, setText] = useState(() => localStorage.getItem(kept) ?? '')
  const [busy, setBusy] = useState(false)
  const type = (next: string) => {
    setText(next)
    if (next) localStorage.setItem(kept, next)
    else localStorage.removeItem(kept)
  }
  const save = async () => {
    if (!text.trim() || busy) return
    setBusy(true)
    try {
      await http.post(`${apiPath(object)}/${id}/comments`, { text: text.trim() })
      type('')
      await client.invalidateQueries({ queryKey: ['timeline', object, id] })
    } catch (error) {
      toastProblem(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="comment-box">
      <Input.TextArea
        variant="borderless"
        autoSize={{ minRows: 2, maxRows: 8 }}
        value={text}
        placeholder={t(phone ? 'record.writePhone' : 'record.write')}
        aria-label={t('record.write')}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !composing(event)) void save()
        }}
      />
      <div className="comment-foot">
        <Button
          type="primary"
          size="small"
          loading={busy}
          disabled={!text.trim()}
          onClick={() => void save()}
        >
          {t('record.save')}
        </Button>
      </div>
    </div>
  )
}
