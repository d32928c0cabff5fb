import { Button, Form, Input, Modal } from 'antd'
import { FormDialog } from '@/platform/form/FormDialog'
import { useSending } from '@/platform/form/useSending'
import { http } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { CopyButton } from '@/platform/ui'

export interface OneTime {
  name: string
  login: string
  password: string
}

/** The one-time password, shown once, to be told to the person. */
export function OneTimeDialog({ given, close }: { given: OneTime; close: () => void }) {
  const { t } = useTexts()
  return (
    <Modal
      open
      title={t('settings.oneTimeFor', { name: given.name })}
      onCancel={close}
      footer={
        <>
          <CopyButton text={`${given.login}\n${given.password}`} />
          <Button type="primary" onClick={close}>
            {t('settings.tokenKept')}
          </Button>
        </>
      }
      width={420}
    >
      <p className="ink2">{t('settings.passwordOnce')}</p>
      <dl className="one-time">
        <dt>{t('auth.loginName')}</dt>
        <dd className="secret">{given.login}</dd>
        <dt>{t('auth.oneTime')}</dt>
        <dd className="secret">{given.password}</dd>
      </dl>
    </Modal>
  )
}

interface Props {
  person: { id: string; name: string; login: string }
  close: () => void
  made: (given: OneTime) => void
}

/** A password for the next sign-in, handed over by the administrator. */
export function PasswordDialog({ person, close, made }: Props) {
  const { t } = useTexts()
  const sending = useSending(async ({ password }: { password?: string }) => {
    const body = password ? { password } : {}
    const path = `/people/${person.id}/password`
    const { oneTimePassword } = await http.post<{ oneTimePassword: string }>(path, body)
    close()
    made({ ...person, password: oneTimePassword })
  })
  return (
    <FormDialog
      title={t('settings.passwordFor', { name: person.name })}
      yes={t('settings.setPassword')}
      sending={sending}
      close={close}
    >
      <Form.Item
        name="password"
        label={t('auth.oneTime')}
        extra={t('settings.passwordMade')}
        rules={[{ min: 10, message: t('auth.tooShort', { n: 10 }) }]}
      >
        <Input autoFocus autoComplete="off" />
      </Form.Item>
    </FormDialog>
  )
}
