import { Form, Input, Modal } from 'antd'
import { CodeInput } from '@/platform/factor/CodeInput'
import { useSending } from '@/platform/form/useSending'
import { useTexts } from '@/platform/i18n'

export interface Proof {
  password?: string
  code: string
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
  const { form, busy, submit } = useSending(send, 'code')
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
      <Form<Proof> form={form} layout="vertical" requiredMark={false} onFinish={submit}>
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
