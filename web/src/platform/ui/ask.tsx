import { Modal } from 'antd'
import { useSyncExternalStore, type ReactNode } from 'react'

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
  return (
    <Modal
      open={!!question}
      title={question?.title}
      okText={question?.yes}
      cancelText={question?.no}
      okButtonProps={{ danger: !!question?.danger }}
      onOk={() => close(true)}
      onCancel={() => close(false)}
      width={420}
      destroyOnHidden
    >
      {question?.text}
    </Modal>
  )
}
