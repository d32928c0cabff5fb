import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { http, useOnce, type Ref } from '../http'
import { useTexts } from '../i18n'
import { composing } from '../keyboard'
import { apiPath } from '../records'
import { usePhone } from '../theme/theme'
import { showToast, toastProblem } from '../toast'
import { MentionInput } from './MentionInput'
import { readable, withMentions } from './mentions'
import { mayTell } from './othersNamed'

/** What is being written about a record, kept on this device as it will be sent. */
function useWriting(id: string) {
  const kept = `chaoxi.comment.${id}`
  const [{ text, people }, setWriting] = useState(() => readable(localStorage.getItem(kept) ?? ''))
  const raw = withMentions(text, people)
  useEffect(() => {
    if (raw) localStorage.setItem(kept, raw)
    else localStorage.removeItem(kept)
  }, [kept, raw])
  const type = (next: string) => setWriting((now) => ({ text: next, people: next ? now.people : [] }))
  const mention = (person: Ref) => setWriting((now) => ({ ...now, people: [...now.people, person] }))
  /** Empties the box, but keeps what was written since this went out. */
  const gone = (sent: string) =>
    setWriting((now) => (withMentions(now.text, now.people).trim() === sent ? { text: '', people: [] } : now))
  return { text, sent: raw.trim(), type, mention, gone }
}

/** One line about what was said; an @ tells a colleague. */
export function CommentBox({ object, id }: { object: string; id: string }) {
  const { t } = useTexts()
  const phone = usePhone()
  const client = useQueryClient()
  const { text, sent, type, mention, gone } = useWriting(id)
  const once = useOnce()
  const [busy, setBusy] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const save = async () => {
    if (!sent || busy) return
    setBusy(true)
    try {
      if (!(await mayTell(object, id, sent))) {
        requestAnimationFrame(() => box.current?.querySelector('textarea')?.focus())
        return
      }
      const { unreached } = await http.post<{ unreached: Ref[] }>(
        `${apiPath(object)}/${id}/comments`,
        { text: sent },
        { idempotencyKey: once.keyOf(sent) },
      )
      once.done()
      gone(sent)
      if (unreached.length) {
        const names = unreached.map(({ label }) => label).join(t('record.andName'))
        showToast({ kind: 'done', text: t('record.unreached', { names }), stays: 15000 })
      }
      await client.invalidateQueries({ queryKey: ['timeline', object, id] })
    } catch (error) {
      toastProblem(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="comment-box" ref={box}>
      <MentionInput
        value={text}
        placeholder={t(phone ? 'record.writePhone' : 'record.write')}
        label={t('record.write')}
        onChange={type}
        onMention={mention}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !composing(event)) void save()
        }}
      />
      <div className="comment-foot">
        <Button type="primary" size="small" loading={busy} disabled={!sent} onClick={() => void save()}>
          {t('record.save')}
        </Button>
      </div>
    </div>
  )
}
