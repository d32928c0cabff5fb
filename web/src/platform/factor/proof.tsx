import { lazy, Suspense, useSyncExternalStore } from 'react'

const ProofDialog = lazy(() => import('./ProofDialog'))

interface Asked {
  answer: (proved: boolean) => void
  answered: Promise<boolean>
}

let asked: Asked | null = null
const listeners = new Set<() => void>()
const publish = (next: Asked | null) => {
  asked = next
  listeners.forEach((listener) => listener())
}

/** Asks once, however many requests wait for it, and answers all of them. */
export function proveAgain() {
  if (!asked) {
    let answer: Asked['answer'] = () => undefined
    const answered = new Promise<boolean>((resolve) => (answer = resolve))
    publish({ answer, answered })
    return answered
  }
  return asked.answered
}

/** The dialog is fetched when a proof is asked for the first time. */
export function ProofAsked() {
  const current = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => asked,
  )
  const close = (proved: boolean) => {
    publish(null)
    current?.answer(proved)
  }
  return <Suspense>{current && <ProofDialog close={close} />}</Suspense>
}
