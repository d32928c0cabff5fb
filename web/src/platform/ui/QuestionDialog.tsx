import { Modal } from 'antd'
import type { Question } from './ask'
import { shieldFrom } from './shield'

interface Props {
  question: Question
  close: (yes: boolean) => void
}

export default function QuestionDialog({ question, close }: Props) {
  const end = (yes: boolean) => (event: { nativeEvent: Event }) => {
    if (event.nativeEvent instanceof MouseEvent) shieldFrom(event.nativeEvent)
    close(yes)
  }
  return (
    <Modal
      open
      title={question.title}
      okText={question.yes}
      cancelText={question.no}
      okButtonProps={{ danger: !!question.danger }}
      onOk={end(true)}
      onCancel={end(false)}
      width={420}
    >
      {question.text}
    </Modal>
  )
}
