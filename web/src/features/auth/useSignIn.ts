import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { http, Problem, type Session } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { enter } from '@/platform/session'
import { sayProblem } from '@/platform/toast'
import { leaveForProvider, type ProviderAnswer, takeProviderAnswer } from './provider'

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
  const [byProvider, setByProvider] = useState(false)
  const [ticket, setTicket] = useState<string | null>(null)
  const refused = (error: unknown) => {
    const { code, body } = error instanceof Problem ? error : { code: '', body: null }
    const next = code === 'codeNeeded' ? (body?.ticket ?? null) : code === 'signInExpired' ? null : ticket
    setTicket(next)
    if (code === 'codeNeeded') return
    const plain = code === 'signInRefused' && !body?.detail
    setRefusal(plain ? t('auth.refused') : (body?.errors?.[0]?.message ?? sayProblem(error)))
  }
  const attempt = async (provider: boolean, work: () => Promise<void>) => {
    setBusy(true)
    setRefusal(null)
    setByProvider(provider)
    try {
      await work()
    } catch (error) {
      refused(error)
      setBusy(false)
    }
  }
  const go = (path: string, body: unknown, provider = false) =>
    attempt(provider, async () => enter(client, await http.post<Session>(path, body)))
  const comeBack = useEffectEvent(
    (answer: ProviderAnswer) => void go('/session/provider/answer', answer, true),
  )
  useEffect(() => {
    const answer = takeProviderAnswer()
    if (answer) queueMicrotask(() => comeBack(answer))
  }, [])
  const restart = () => {
    setTicket(null)
    setRefusal(null)
  }
  return {
    busy,
    refusal,
    byProvider,
    ticket,
    restart,
    leave: () => attempt(true, leaveForProvider),
    signIn: (credentials: Credentials) => go('/session', credentials),
    enterCode: (code: string) => go('/session/code', { ticket, code }),
  }
}
