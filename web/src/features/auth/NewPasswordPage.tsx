import { useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useSending } from '@/platform/form/useSending'
import { http } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { sessionKey, useSession, useSignOut } from '@/platform/session'
import { DoorFrame } from './DoorFrame'

interface Passwords {
  current: string
  new: string
}

function useReplacing() {
  const client = useQueryClient()
  const save = async (values: Passwords) => {
    await http.post('/session/password', values)
    await client.invalidateQueries({ queryKey: sessionKey })
  }
  return useSending(save, 'current')
}

/** Whoever came in with a one-time password chooses his own before anything else. */
export function NewPasswordPage() {
  const { t } = useTexts()
  const { person } = useSession()
  const signOut = useSignOut()
  const { form, busy, submit } = useReplacing()
  const needed = { required: true, message: t('auth.required') }
  return (
    <DoorFrame>
      <h1>{t('auth.replace')}</h1>
      <p className="ink2">{t('auth.replaceHint', { name: person.name })}</p>
      <Form<Passwords> form={form} layout="vertical" size="large" requiredMark={false} onFinish={submit}>
        <Form.Item name="current" label={t('auth.oneTime')} rules={[needed]}>
          <Input.Password autoFocus autoComplete="current-password" />
        </Form.Item>
        <Form.Item
          name="new"
          label={t('settings.passwordNew')}
          extra={t('auth.passwordHelp')}
          rules={[needed, { min: 10, message: t('auth.tooShort', { n: 10 }) }]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={busy}>
          {t('auth.replaceAct')}
        </Button>
      </Form>
      <button type="button" className="link door-foot" onClick={() => void signOut()}>
        {t('shell.signOut')}
      </button>
    </DoorFrame>
  )
}
