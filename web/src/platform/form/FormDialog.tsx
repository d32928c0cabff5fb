import { Form, Modal, type FormInstance } from 'antd'
import type { ReactNode } from 'react'
import { useTexts } from '../i18n'

interface Props<T extends object> {
  title: ReactNode
  /** What stands above the fields. */
  text?: ReactNode
  yes: string
  no?: string
  danger?: boolean | undefined
  /** Nothing can be sent while this is false. */
  ready?: boolean
  width?: number
  className?: string
  initial?: object
  /** What `useSending` gave. */
  sending: { form: FormInstance<T>; busy: boolean; submit: (values: T) => void }
  close: () => void
  children: ReactNode
}

/** A dialog that is one small form. */
export function FormDialog<T extends object>(props: Props<T>) {
  const { t } = useTexts()
  const { form, busy, submit } = props.sending
  return (
    <Modal
      open
      title={props.title}
      okText={props.yes}
      okButtonProps={{ danger: !!props.danger, disabled: props.ready === false }}
      cancelText={props.no ?? t('common.cancel')}
      confirmLoading={busy}
      onOk={form.submit}
      onCancel={props.close}
      width={props.width ?? 420}
      className={props.className}
    >
      {props.text && <p className="ink2">{props.text}</p>}
      <Form<T>
        form={form}
        className={props.text ? 'below' : ''}
        layout="vertical"
        initialValues={props.initial}
        onFinish={submit}
      >
        {props.children}
      </Form>
    </Modal>
  )
}
