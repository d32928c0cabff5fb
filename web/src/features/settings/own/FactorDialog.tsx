import { Form, Input } from 'antd'
import { CodeInput } from '@/platform/factor/CodeInput'
import { FormDialog } from '@/platform/form/FormDialog'
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
  const sending = useSending(send, 'code')
  const rules = [{ required: true, message: t('auth.required') }]
  return (
    <FormDialog
      title={title}
      text={text}
      yes={yes}
      danger={danger}
      className="factor"
      sending={sending}
      close={close}
    >
      {withPassword && (
        <Form.Item name="password" label={t('auth.password')} rules={rules}>
          <Input.Password autoFocus autoComplete="current-password" />
        </Form.Item>
      )}
      <Form.Item name="code" label={t('factor.code')} rules={rules} extra={t('factor.useRecovery')}>
        <CodeInput recovery autoFocus={!withPassword} />
      </Form.Item>
    </FormDialog>
  )
}
