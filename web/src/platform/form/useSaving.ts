import type { FormInstance } from 'antd'
import { useState } from 'react'
import { Problem, useAlone } from '../http'
import type { Draft } from './draft'

/** Runs a save, puts the server's refusals under their fields and keeps the rest for the summary. */
export function useSaving(form: FormInstance<Draft>) {
  const { alone, busy } = useAlone()
  const [problem, setProblem] = useState<Problem | Error | null>(null)
  const tell = (error: unknown) => {
    const errors = error instanceof Problem ? (error.body.errors ?? []) : []
    form.setFields(errors.map(({ field, message }) => ({ name: field, errors: [message] })))
    setProblem(error instanceof Error ? error : new Error(String(error)))
  }
  const save = (act: () => Promise<void>) =>
    alone(() => {
      setProblem(null)
      return act().catch(tell)
    })
  const goTo = (field: string) => form.scrollToField(field, { focus: true })
  const count = problem instanceof Problem ? (problem.body.errors?.length ?? 0) : 0
  return { busy, problem, count, save, goTo }
}
