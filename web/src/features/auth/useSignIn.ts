import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { http, Problem, type Session } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { enter } from '@/platform/session'
import { sayProblem } from '@/platform/toast'

export interface Credentials {
  login: string
  password: string
}

/** Password first, and the code of who has a second factor; `ticket` stands while the code is waited for. */
export function useSignIn() {
  const { t } = useTexts()
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [ticket, setTicket] = useState<string | null>(null)
  const refused = (error: unknown) => {
    const { code, body } = error instanceof Problem ? error : { code: '', body: null }
    const next = code === 'codeNeeded' ? (body?.ticket ?? null) : code === 'signInExpired' ? null : ticket
    setTicket(next)
    if (code === 'codeNeeded') return
    const plain = code === 'signInRefused' && !body?.detail
    setRefusal(plain ? t('auth.refused') : (body?.errors?.[0]?.message ?? sayProblem(error)))
  }
  const go = async (path: string, body: unknown) => {
    setBusy(true)
    setRefusal(null)
    try {
      enter(client, await http.post<Session>(path, body))
    } catch (error) {
      refused(error)
      setBusy(false)
    }
  }
  const restart = () => {
    setTicket(null)
    setRefusal(null)
  }
  return {
    busy,
    refusal,
    ticket,
    restart,
    signIn: (credentials: Credentials) => go('/session', credentials),
    enterCode: (code: string) => go('/session/code', { ticket, code }),
  }
}
