import { lazy, Suspense, useSyncExternalStore, type ReactNode } from 'react'

const QuestionDialog = lazy(() => import('./QuestionDialog'))

export interface Question {
  title: string
  text?: ReactNode
  /** The button repeats the verb and the count. */
  yes: string
  no: string
  danger?: boolean
}

let open: (Question & { answer: (yes: boolean) => void }) | null = null
const listeners = new Set<() => void>()
const publish = (next: typeof open) => {
  open = next
  listeners.forEach((listener) => listener())
}

/** Only for what cannot be undone or hits many. */
export const ask = (question: Question) =>
  new Promise<boolean>((answer) => {
    publish({ ...question, answer })
  })

/** The dialog is fetched when something is asked for the first time. */
export function Questions() {
  const question = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => open,
  )
  const close = (yes: boolean) => {
    question?.answer(yes)
    publish(null)
  }
  return <Suspense>{question && <QuestionDialog question={question} close={close} />}</Suspense>
}
