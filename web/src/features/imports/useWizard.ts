import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Job } from '@/platform/http'
import { toastProblem } from '@/platform/toast'
import { mappingOf, preview, start, type Mapping, type Options, type Preview } from './importing'

export type Step = 'upload' | 'mapping' | 'check' | 'import' | 'result'
export const steps: Step[] = ['upload', 'mapping', 'check', 'import', 'result']

/** The way of one file from the desk into the records. */
export function useWizard(object: string) {
  const client = useQueryClient()
  const [step, setStep] = useState<Step>('upload')
  const [busy, setBusy] = useState(false)
  const [fileName, setFileName] = useState('')
  const [found, setFound] = useState<Preview | null>(null)
  const [mapping, setMapping] = useState<Mapping>({})
  const [options, setOptions] = useState<Options>({ duplicates: 'skip', owner: null, pool: null, tags: [] })
  const [job, setJob] = useState<Job | null>(null)

  const work = async (act: () => Promise<void>) => {
    setBusy(true)
    await act().catch(toastProblem)
    setBusy(false)
  }
  const upload = (file: File) =>
    work(async () => {
      const read = await preview(object, { file })
      setFileName(file.name)
      setFound(read)
      setMapping(mappingOf(read.headers))
      setStep('mapping')
    })
  const check = (duplicates = options.duplicates) =>
    work(async () => {
      setFound(await preview(object, { upload: found!.upload }, mapping, duplicates))
      setStep('check')
    })
  const choose = (change: Partial<Options>) => {
    setOptions({ ...options, ...change })
    if (change.duplicates && step === 'check') void check(change.duplicates)
  }
  const run = () =>
    work(async () => {
      setJob(await start(object, found!.upload, mapping, options))
      setStep('import')
    })
  const finish = (done: Job) => {
    setJob(done)
    setStep('result')
    void client.invalidateQueries({ queryKey: ['list'] })
    void client.invalidateQueries({ queryKey: ['checklist'] })
  }
  return {
    object,
    step,
    setStep,
    busy,
    fileName,
    found,
    mapping,
    setMapping,
    options,
    choose,
    job,
    upload,
    check,
    run,
    finish,
  }
}

export type Wizard = ReturnType<typeof useWizard>
