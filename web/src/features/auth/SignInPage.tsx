import { Button, Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { useTexts } from '@/platform/i18n'
import { CodeStep } from './CodeStep'
import { DoorFrame } from './DoorFrame'
import { useProviderName } from './provider'
import { ProviderStep } from './ProviderStep'
import { useSignIn, type Credentials } from './useSignIn'

interface Props {
  busy: boolean
  refusal: string | null
  signIn: (credentials: Credentials) => Promise<void>
  children: ReactNode
}

function PasswordStep({ busy, refusal, signIn, children }: Props) {
  const { t } = useTexts()
  const rules = [{ required: true, message: t('auth.required') }]
  return (
    <>
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
      {children}
      <p className="note door-foot">{t('auth.foot')}</p>
    </>
  )
}

export function SignInPage() {
  const { busy, refusal, byProvider, ticket, restart, leave, signIn, enterCode } = useSignIn()
  const name = useProviderName()
  const of = (provider: boolean) => ({
    busy: busy && byProvider === provider,
    refusal: byProvider === provider ? refusal : null,
  })
  return (
    <DoorFrame>
      {ticket ? (
        <CodeStep busy={busy} refusal={refusal} enter={(code) => void enterCode(code)} back={restart} />
      ) : (
        <PasswordStep {...of(false)} signIn={signIn}>
          {name && <ProviderStep name={name} {...of(true)} leave={() => void leave()} />}
        </PasswordStep>
      )}
    </DoorFrame>
  )
}
