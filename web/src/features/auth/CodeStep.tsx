import { Button, Form } from 'antd'
import { useState } from 'react'
import { CodeInput } from '@/platform/factor/CodeInput'
import { isWhole } from '@/platform/factor/codes'
import { useTexts } from '@/platform/i18n'

interface Props {
  busy: boolean
  refusal: string | null
  enter: (code: string) => void
  back: () => void
}

/** The second step of signing in: the code of the authenticator, or one of the recovery codes. */
export function CodeStep({ busy, refusal, enter, back }: Props) {
  const { t } = useTexts()
  const [recovery, setRecovery] = useState(false)
  const [turned, setTurned] = useState(false)
  const turn = () => {
    setRecovery(!recovery)
    setTurned(true)
  }
  const [form] = Form.useForm<{ code: string }>()
  const typed = (code: string) => {
    if (!recovery && !busy && isWhole(code)) form.submit()
  }
  return (
    <>
      <h1>{t('factor.title')}</h1>
      <p className="ink2">{t(recovery ? 'factor.recoveryHint' : 'factor.codeHint')}</p>
      <Form
        form={form}
        layout="vertical"
        size="large"
        requiredMark={false}
        onFinish={({ code }) => {
          form.resetFields()
          setTurned(false)
          enter(code)
        }}
      >
        <Form.Item
          key={String(recovery)}
          name="code"
          label={t(recovery ? 'factor.recovery' : 'factor.code')}
          rules={[{ required: true, message: t('auth.required') }]}
          {...(refusal &&
            !turned && { validateStatus: 'error' as const, help: <span role="alert">{refusal}</span> })}
        >
          <CodeInput autoFocus recovery={recovery} onChange={(event) => typed(event.target.value)} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={busy}>
          {t('factor.enter')}
        </Button>
      </Form>
      <p className="door-other">
        <button type="button" className="link" onClick={turn}>
          {t(recovery ? 'factor.useCode' : 'factor.useRecovery')}
        </button>
      </p>
      <button type="button" className="link door-foot" onClick={back}>
        {t('factor.back')}
      </button>
    </>
  )
}
