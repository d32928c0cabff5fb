import { useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { http, Problem, type Session } from '@/platform/http'
import { useTexts, useZones } from '@/platform/i18n'
import { enter } from '@/platform/session'
import { sayProblem } from '@/platform/toast'
import { DoorFrame } from './DoorFrame'

interface Beginning {
  code?: string
  firm: string
  name: string
  login: string
  password: string
  timeZone: string
}

/** What is said at a field need not be said again below. */
function faultsOf(error: unknown) {
  if (!(error instanceof Problem)) return []
  if (error.code === 'setupCodeWrong') return [{ field: 'code' as const, message: error.message }]
  return (error.body.errors ?? []).map(({ field, message }) => ({ field: field as keyof Beginning, message }))
}

function useSetUp() {
  const { locale } = useTexts()
  const client = useQueryClient()
  const [form] = Form.useForm<Beginning>()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const start = async (values: Beginning) => {
    setBusy(true)
    setRefusal(null)
    try {
      enter(client, await http.post<Session>('/setup', { ...values, locale }))
    } catch (error) {
      const faults = faultsOf(error)
      form.setFields(faults.map(({ field, message }) => ({ name: field, errors: [message] })))
      if (!faults.length) setRefusal(sayProblem(error))
      setBusy(false)
    }
  }
  return { form, busy, refusal, start }
}

export function SetUpPage({ needsCode }: { needsCode: boolean }) {
  const { t } = useTexts()
  const { form, busy, refusal, start } = useSetUp()
  const zones = useZones()
  const needed = { required: true, message: t('auth.required') }
  return (
    <DoorFrame>
      <h1 className="is-high">{t('auth.setUp')}</h1>
      <p className="ink2">{t('auth.setUpHint')}</p>
      <Form<Beginning>
        form={form}
        layout="vertical"
        initialValues={{ timeZone: 'Asia/Shanghai' }}
        onFinish={(values) => void start(values)}
      >
        <Form.Item name="firm" label={t('auth.firm')} rules={[needed]}>
          <Input autoFocus autoComplete="organization" />
        </Form.Item>
        <Form.Item name="name" label={t('auth.personName')} rules={[needed]}>
          <Input autoComplete="name" />
        </Form.Item>
        <Form.Item name="login" label={t('auth.loginName')} rules={[needed]} extra={t('auth.loginHelp')}>
          <Input autoComplete="username" autoCapitalize="off" />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('auth.password')}
          extra={t('auth.passwordHelp')}
          rules={[needed, { min: 10, message: t('auth.tooShort', { n: 10 }) }]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item name="timeZone" label={t('auth.timeZone')}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={zones} />
        </Form.Item>
        {needsCode && (
          <Form.Item name="code" label={t('auth.code')} rules={[needed]} extra={t('auth.codeHelp')}>
            <Input autoComplete="one-time-code" />
          </Form.Item>
        )}
        {refusal && (
          <p role="alert" className="bad">
            {refusal}
          </p>
        )}
        <Button type="primary" htmlType="submit" block loading={busy}>
          {t('auth.create')}
        </Button>
      </Form>
    </DoorFrame>
  )
}
