import { Modal } from 'antd'
import type { Question } from './ask'

export default function QuestionDialog({
  question,
  close,
}: {
  question: Question
  close: (yes: boolean) => void
}) {
  return (
    <Modal
      open
      title={question.title}
      okText={question.yes}
      cancelText={question.no}
      okButtonProps={{ danger: !!question.danger }}
      onOk={() => close(true)}
      onCancel={() => close(false)}
      width={420}
    >
      {question.text}
    </Modal>
  )
}
