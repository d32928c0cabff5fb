import { type Query, type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { http, Problem, type Session } from '../http'
import { text } from '../i18n'
import { outbox } from '../outbox'
import { ask } from '../ui/ask'
import { forgetSeen, keepFor } from './belongings'

export const sessionKey = ['session'] as const

/** Who is signed in; `null` when nobody is. */
export function useSessionQuery() {
  return useQuery({
    queryKey: sessionKey,
    queryFn: ({ signal }) =>
      http.get<Session>('/session', undefined, signal).catch((error: unknown) => {
        if (error instanceof Problem && error.status === 401) return null
        throw error
      }),
    staleTime: Infinity,
    retry: false,
  })
}

export function useSession(): Session {
  const { data } = useSessionQuery()
  if (!data) throw new Error('used outside a session')
  return data
}

/** `can('customer.export')`: permissions are for hiding acts; the server decides again. */
export function useCan() {
  const { permissions } = useSession()
  return useCallback((permission: string) => permissions.includes(permission), [permissions])
}

const notSession = ({ queryKey }: Query) => queryKey[0] !== sessionKey[0]

type Preferences = Partial<
  Pick<Session['person'], 'name' | 'email' | 'phone' | 'locale' | 'timeZone' | 'theme' | 'density'>
>

/** Changes own preferences at once and tells the server; a refusal puts them back. */
export function usePreferences() {
  const client = useQueryClient()
  return useCallback(
    async (change: Preferences) => {
      const before = client.getQueryData<Session>(sessionKey)
      if (!before) return
      client.setQueryData(sessionKey, { ...before, person: { ...before.person, ...change } })
      try {
        await http.patch('/session/person', change)
        // What the server says in words it says in the other language now.
        if (change.locale) void client.invalidateQueries({ predicate: notSession })
      } catch (error) {
        client.setQueryData(sessionKey, before)
        throw error
      }
    },
    [client],
  )
}

/** What was kept and is not sent yet would be lost: whoever leaves says that he knows. */
async function mayLeave() {
  const n = outbox.kept().length
  if (!n) return true
  const question = {
    title: text('shell.leaveUnsent', { n }),
    text: text('shell.leaveUnsentHint'),
    yes: text('shell.leaveAnyway'),
    no: text('shell.stay'),
    danger: true,
  }
  if (!(await ask(question))) return false
  await outbox.drop()
  return true
}

export function useSignOut() {
  const client = useQueryClient()
  return async () => {
    if (!(await mayLeave())) return
    await http.delete('/session').catch(() => undefined)
    forgetSeen()
    enter(client, null)
  }
}

/** Shows the page to whoever is signed in from now on, with nothing left of what somebody before him saw. */
export function enter(client: QueryClient, session: Session | null) {
  if (session) keepFor(session.person.id)
  client.removeQueries({ predicate: notSession })
  client.setQueryData(sessionKey, session)
}
