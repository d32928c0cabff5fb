import { Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { CodeInput } from '@/platform/factor/CodeInput'
import { Problem } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { sayProblem } from '@/platform/toast'

export interface Proof {
  password?: string
  code: string
}

function useSending(send: (proof: Proof) => Promise<void>) {
  const [form] = Form.useForm<Proof>()
  const [busy, setBusy] = useState(false)
  const submit = async (proof: Proof) => {
    setBusy(true)
    try {
      await send(proof)
    } catch (error) {
      const errors = error instanceof Problem ? (error.body.errors ?? []) : []
      if (!errors.length) form.setFields([{ name: 'code', errors: [sayProblem(error)] }])
      form.setFields(errors.map(({ field, message }) => ({ name: field as keyof Proof, errors: [message] })))
    }
    setBusy(false)
  }
  return { form, busy, submit }
}

interface Props {
  title: string
  text: string
  yes: string
  danger?: boolean
  withPassword?: boolean
  send: (proof: Proof) => Promise<void>
  close: () => void
}

/** Asks for the code, and where it is said for the password, before something is done to one's own second factor. */
export function FactorDialog({ title, text, yes, danger, withPassword, send, close }: Props) {
  const { t } = useTexts()
  const { form, busy, submit } = useSending(send)
  const rules = [{ required: true, message: t('auth.required') }]
  return (
    <Modal
      open
      title={title}
      okText={yes}
      okButtonProps={{ danger: !!danger }}
      cancelText={t('common.cancel')}
      confirmLoading={busy}
      onOk={form.submit}
      onCancel={close}
      width={420}
      className="factor"
    >
      <p className="ink2">{text}</p>
      <Form<Proof>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(proof) => void submit(proof)}
      >
        {withPassword && (
          <Form.Item name="password" label={t('auth.password')} rules={rules}>
            <Input.Password autoFocus autoComplete="current-password" />
          </Form.Item>
        )}
        <Form.Item name="code" label={t('factor.code')} rules={rules} extra={t('factor.useRecovery')}>
          <CodeInput recovery autoFocus={!withPassword} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
