import { useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { http, Problem, type Session } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { enter } from '@/platform/session'
import { sayProblem } from '@/platform/toast'
import { DoorFrame } from './DoorFrame'

interface Credentials {
  login: string
  password: string
}

function useSignIn() {
  const { t } = useTexts()
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const signIn = async (credentials: Credentials) => {
    setBusy(true)
    setRefusal(null)
    try {
      enter(client, await http.post<Session>('/session', credentials))
    } catch (error) {
      const refused = error instanceof Problem && error.code === 'signInRefused' && !error.body.detail
      setRefusal(refused ? t('auth.refused') : sayProblem(error))
      setBusy(false)
    }
  }
  return { busy, refusal, signIn }
}

export function SignInPage() {
  const { t } = useTexts()
  const { busy, refusal, signIn } = useSignIn()
  const rules = [{ required: true, message: t('auth.required') }]
  return (
    <DoorFrame>
      <h1>{t('auth.title')}</h1>
      <p className="ink2">{t('auth.hint')}</p>
      <Form<Credentials>
        layout="vertical"
        size="large"
        requiredMark={false}
        onFinish={(values) => void signIn(values)}
      >
        <Form.Item name="login" label={t('auth.login')} rules={rules}>
          <Input autoFocus autoComplete="username" autoCapitalize="off" />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('auth.password')}
          rules={rules}
          {...(refusal && { validateStatus: 'error' as const, help: <span role="alert">{refusal}</span> })}
        >
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={busy}>
          {t('auth.signIn')}
        </Button>
      </Form>
      <p className="note door-foot">{t('auth.foot')}</p>
    </DoorFrame>
  )
}
